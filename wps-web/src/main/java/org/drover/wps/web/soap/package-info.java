/** SOAP 1.1 and 1.2 around the documents of WPS, and the WSDL and schemas that describe them. */
package org.drover.wps.web.soap;
