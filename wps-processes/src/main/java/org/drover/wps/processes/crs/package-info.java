/** Coordinate reference systems and measures on the ellipsoid; positions in x, y order. */
package org.drover.wps.processes.crs;
