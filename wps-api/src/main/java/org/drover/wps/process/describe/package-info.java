/**
 * The one description model of processes. Protocols render it; {@link
 * org.drover.wps.process.describe.AnnotatedProcess} makes it from records, {@link
 * org.drover.wps.process.describe.ProcessDescription.Builder} by hand.
 */
package org.drover.wps.process.describe;
