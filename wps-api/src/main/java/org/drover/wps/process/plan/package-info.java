/** How a large process is cut into parts, read from any position, checkpointed and joined. */
package org.drover.wps.process.plan;
