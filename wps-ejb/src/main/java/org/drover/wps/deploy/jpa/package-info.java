/** Deployed packages in the database. */
package org.drover.wps.deploy.jpa;
