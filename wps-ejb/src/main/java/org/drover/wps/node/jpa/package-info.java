/** The rows by which nodes see one another. */
package org.drover.wps.node.jpa;
