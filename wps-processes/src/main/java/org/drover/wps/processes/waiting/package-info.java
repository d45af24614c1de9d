/** Processes that wait in parts, to try queues, checkpoints and recovery with. */
package org.drover.wps.processes.waiting;
