/** Work done outside the server, by real engines. */
package org.drover.wps.it.backends;
