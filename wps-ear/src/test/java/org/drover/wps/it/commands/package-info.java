/** Programs offered as processes, seen from outside. */
package org.drover.wps.it.commands;
