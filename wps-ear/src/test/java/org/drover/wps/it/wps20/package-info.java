/** WPS 2.0.2 seen from outside: what it answers, to whom, in which words. */
package org.drover.wps.it.wps20;
