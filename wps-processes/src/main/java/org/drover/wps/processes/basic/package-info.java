/** Processes to try a service and its clients with. */
package org.drover.wps.processes.basic;
