/** The statements that decide who gets the next job. */
package org.drover.wps.queue.jpa;
