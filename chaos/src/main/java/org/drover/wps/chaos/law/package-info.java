/** What must hold after each scenario, and what the client remembers to hold the servers to it. */
package org.drover.wps.chaos.law;
