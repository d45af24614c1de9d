/** What monitors and load balancers ask: whether this node does its work. */
package org.drover.wps.web.health;
