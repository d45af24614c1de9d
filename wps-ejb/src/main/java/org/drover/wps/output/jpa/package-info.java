/** Output rows in the database. */
package org.drover.wps.output.jpa;
