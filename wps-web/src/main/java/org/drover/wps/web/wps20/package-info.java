/** WPS 2.0.2 (14-065r2): reads its requests, writes its answers. */
package org.drover.wps.web.wps20;
