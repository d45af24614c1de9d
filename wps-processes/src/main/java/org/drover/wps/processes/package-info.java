/** The processes in the box. Each stands alone; what several share has a room of its own. */
package org.drover.wps.processes;
