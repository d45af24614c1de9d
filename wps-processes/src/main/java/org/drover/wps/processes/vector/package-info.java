/** Processes on features. Those that go feature by feature are cut into parts. */
package org.drover.wps.processes.vector;
