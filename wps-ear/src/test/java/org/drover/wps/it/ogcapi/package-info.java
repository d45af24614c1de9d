/** OGC API - Processes from outside: requirements D of the table. */
package org.drover.wps.it.ogcapi;
