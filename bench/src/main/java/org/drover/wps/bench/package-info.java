/** Measures Drover against the ceiling of its server and its database, in one run. */
package org.drover.wps.bench;
