/** WPS over SOAP, against the running server. */
package org.drover.wps.it.soap;
