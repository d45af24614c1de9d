/** WPS 1.0.0 seen from outside: what it answers, to whom, in which words. */
package org.drover.wps.it.wps10;
