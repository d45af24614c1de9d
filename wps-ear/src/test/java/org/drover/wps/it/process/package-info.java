/** Processes of a third party, deployed beside Drover: what those in the box do not need. */
package org.drover.wps.it.process;
