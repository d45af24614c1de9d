/** Files over HTTP that belong to no protocol: outputs of jobs, and the samples in the box. */
package org.drover.wps.web.file;
