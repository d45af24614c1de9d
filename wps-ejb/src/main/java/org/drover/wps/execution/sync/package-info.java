/** Runs while the client waits: without a job or checkpoints, so many at once, and each so long. */
package org.drover.wps.execution.sync;
