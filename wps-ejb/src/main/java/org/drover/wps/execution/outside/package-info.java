/** Work of jobs that engines outside the server carry out: written down, gone on with, removed. */
package org.drover.wps.execution.outside;
