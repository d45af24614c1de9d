/** Jobs: what was accepted, where it stands, how it ended. The rows are the truth. */
package org.drover.wps.job;
