/** What clients send and are told when they deploy processes (20-044). */
package org.drover.wps.web.ogcapi.deploy;
