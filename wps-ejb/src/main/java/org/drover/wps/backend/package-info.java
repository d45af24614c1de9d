/**
 * The port to engines that carry out work outside the server's own process, and what watches over
 * such work whichever engine has it. Each engine has a room of its own.
 */
package org.drover.wps.backend;
