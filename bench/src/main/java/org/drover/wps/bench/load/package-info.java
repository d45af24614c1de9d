/** The load driver: one thread, keep-alive connections, closed loop. */
package org.drover.wps.bench.load;
