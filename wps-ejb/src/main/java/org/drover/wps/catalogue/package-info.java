/** The processes on offer. */
package org.drover.wps.catalogue;
