package org.drover.wps.backend.scheduler;

/**
 * What the script of a task leaves when its program has ended.
 *
 * @param code exit code, of a shell
 * @param begun seconds since 1970, by the clock of the machine it ran on
 * @param ended seconds since 1970, by the same clock
 */
record ExitRecord(int code, long begun, long ended) {}
