/**
 * The values processes work on. Geometries and bounding boxes seen by a process are always in x, y
 * order (easting or longitude first), whatever the axis order of their coordinate reference system
 * on the wire: the codecs swap.
 */
package org.drover.wps.process.data;
