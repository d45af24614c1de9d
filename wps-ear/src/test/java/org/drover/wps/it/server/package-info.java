/** Starts the provisioned server as a real process, with a database of its own, and kills it. */
package org.drover.wps.it.server;
