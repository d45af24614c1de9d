/** How long runs will take, and what place and times that leaves those who wait. */
package org.drover.wps.execution.forecast;
