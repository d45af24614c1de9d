/** WPS 1.0.0 (05-007r7 with corrigendum 08-091r6): reads its requests, writes its answers. */
package org.drover.wps.web.wps10;
