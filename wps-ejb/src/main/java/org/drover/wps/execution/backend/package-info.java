/** The port to what carries out an attempt. */
package org.drover.wps.execution.backend;
