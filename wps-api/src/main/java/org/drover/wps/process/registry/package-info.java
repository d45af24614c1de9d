/**
 * Where processes of all deployments meet the server. Authors need nothing here: a deployment that
 * can see this package has its processes found as CDI beans and offered while it is deployed.
 */
package org.drover.wps.process.registry;
