/** The state of the catalogue in the database. */
package org.drover.wps.catalogue.jpa;
