/**
 * The folder a worker runs from: what it is asked, what it tells, what it leaves. Written and read
 * by the server and the worker with the same classes.
 */
package org.drover.wps.worker.folder;
