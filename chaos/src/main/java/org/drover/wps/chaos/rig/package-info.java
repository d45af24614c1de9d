/** The servers, database and output store that scenarios bring into disorder. */
package org.drover.wps.chaos.rig;
