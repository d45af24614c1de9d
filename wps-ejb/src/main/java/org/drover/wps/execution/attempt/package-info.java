/**
 * The jobs under way on this node: taken from the queue, carried out, watched over, ended and
 * cleaned up after.
 */
package org.drover.wps.execution.attempt;
