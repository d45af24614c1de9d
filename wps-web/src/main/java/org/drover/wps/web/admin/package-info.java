/** The administrative REST resource: jobs, queues and nodes at {@code /admin}, in JSON. */
package org.drover.wps.web.admin;
