/** The built EAR inside of the server: what cannot be seen from outside. */
package org.drover.wps.it.deploy;
