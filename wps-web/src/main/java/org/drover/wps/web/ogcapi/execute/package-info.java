/** Reads requests to execute a process (18-062r2 §7.9). */
package org.drover.wps.web.ogcapi.execute;
