/**
 * The part of the Common Workflow Language (v1.0 to v1.2) that describes one program in a
 * container, turned into a command. All else is refused, with the line.
 */
package org.drover.wps.deploy.cwl;
