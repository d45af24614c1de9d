/** Job rows in the database: the only SQL about jobs, parts and queues. */
package org.drover.wps.job.jpa;
