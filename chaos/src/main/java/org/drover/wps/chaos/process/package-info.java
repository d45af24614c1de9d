/** Processes that leave traces outside of the server, deployed beside it as a third party's are. */
package org.drover.wps.chaos.process;
