/** Files that outlive a crash: features that can be read from any position and cut back. */
package org.drover.wps.worker.file;
