/** Runs the chaos suite with the other tests. */
package org.drover.wps.chaos;
