/** Runs a process from a folder, in a JVM of its own. Knows nothing of servers. */
package org.drover.wps.worker;
