/** Statistics of a raster by zones. */
package org.drover.wps.processes.raster;
