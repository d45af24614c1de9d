/** Packages as they are sent, in each of their forms, turned into the model of a command. */
package org.drover.wps.deploy.unit;
