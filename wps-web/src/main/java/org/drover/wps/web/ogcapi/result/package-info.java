/** What a process has made, as OGC API - Processes gives it (18-062r2 §7.11). */
package org.drover.wps.web.ogcapi.result;
