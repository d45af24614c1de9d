/**
 * W: the least a Web Processing Service on this server can do, and doors to the server's database.
 * Deployed beside Drover while it is measured.
 */
package org.drover.wps.bench.ceiling;
