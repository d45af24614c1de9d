/** What can be done with processes and jobs: one use case, one class. */
package org.drover.wps.execution;
