/**
 * {@code ./drover chaos}: brings real servers into disorder and shows that they keep their
 * promises.
 */
package org.drover.wps.chaos;
