/** What several processes on features share. */
package org.drover.wps.processes.geometry;
