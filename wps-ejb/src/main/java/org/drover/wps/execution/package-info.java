/**
 * What can be done with processes and jobs: one use case, one class; and what they need to accept a
 * job. The rooms inside see each other in one direction: {@code request}, {@code forecast} and
 * {@code failure}, then {@code attempt} and {@code sync}, then this one.
 */
package org.drover.wps.execution;
