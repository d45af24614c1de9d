package org.drover.wps.worker.folder;

/**
 * How far a worker is.
 *
 * @param percent from 0 to 100, as the process says
 * @param message one line, as the process says
 * @param position number of items of a part that are done, those of earlier runs included
 */
public record WorkProgress(double percent, String message, long position) {}
