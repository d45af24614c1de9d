/** Outputs of finished jobs: kept until they expire, found by address. */
package org.drover.wps.output;
