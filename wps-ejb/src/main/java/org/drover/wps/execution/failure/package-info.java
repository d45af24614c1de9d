/**
 * What may be told of a run that went wrong, and whether another try may help. A room of its own,
 * since attempts, synchronous runs and use cases all ask.
 */
package org.drover.wps.execution.failure;
