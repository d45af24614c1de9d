/** Tasks in the database. */
package org.drover.wps.execution.outside.jpa;
