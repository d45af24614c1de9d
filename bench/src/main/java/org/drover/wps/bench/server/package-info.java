/**
 * The servers under measurement: Drover with W beside it, and a PostgreSQL of the benchmark's own.
 */
package org.drover.wps.bench.server;
