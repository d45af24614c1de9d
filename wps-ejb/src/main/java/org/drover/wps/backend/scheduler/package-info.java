/**
 * What schedulers of clusters have in common: tasks become arrays of jobs, a script runs each in
 * its sandbox and leaves a record of its end, and that record counts before what the scheduler
 * says.
 */
package org.drover.wps.backend.scheduler;
