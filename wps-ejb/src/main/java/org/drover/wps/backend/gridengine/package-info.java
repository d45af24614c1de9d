/** The backend {@code gridengine}: tasks as array jobs of Grid Engine, by its programs. */
package org.drover.wps.backend.gridengine;
