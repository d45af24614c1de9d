/** Messages in the database. */
package org.drover.wps.outbox.jpa;
