/** The servers that share the database: who they are, and whether they are alive. */
package org.drover.wps.node;
