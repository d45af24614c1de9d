/**
 * OGC API - Processes, Part 1: Core, version 1.0 (18-062r2): its resources. What they read and
 * write has rooms of its own.
 */
package org.drover.wps.web.ogcapi;
