/** Jobs as OGC API - Processes shows them (18-062r2 §7.10, §12). */
package org.drover.wps.web.ogcapi.job;
