/** Programs offered as processes, each described in a YAML file (docs/commands.md). */
package org.drover.wps.command;
