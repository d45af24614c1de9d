/** Talks WPS 1.0.0 over HTTP and distrusts every answer. */
package org.drover.wps.it.client;
