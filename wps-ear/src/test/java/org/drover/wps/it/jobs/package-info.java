/** Jobs: their queues, their limits, and what is left of them when servers die. */
package org.drover.wps.it.jobs;
