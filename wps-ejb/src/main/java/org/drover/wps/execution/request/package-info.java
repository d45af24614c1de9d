/**
 * What was asked for, checked, and how it is read and stored: from the inputs a process is given to
 * the outputs wanted of it.
 */
package org.drover.wps.execution.request;
