/**
 * Processes that callers with the right to deploy, replace and undeploy while the service runs (OGC
 * API - Processes - Part 2, 20-044). What is deployed is a command; its rows are shared by all
 * nodes, and each node offers what they say.
 */
package org.drover.wps.deploy;
