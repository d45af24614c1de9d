/**
 * Documents of OGC API - Processes as they are sent: negotiated, as JSON or HTML, or as problems.
 */
package org.drover.wps.web.ogcapi.document;
