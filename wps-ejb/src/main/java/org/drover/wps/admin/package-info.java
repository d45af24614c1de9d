/** What administrators see and change while the service runs; owners, of their own jobs. */
package org.drover.wps.admin;
