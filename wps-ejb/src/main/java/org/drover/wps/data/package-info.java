/** Data on its way between the wire and a process: inputs as received, outputs as delivered. */
package org.drover.wps.data;
