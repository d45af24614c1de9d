/** The only outgoing HTTP: inputs given by reference. */
package org.drover.wps.data.fetch;
