package org.drover.wps.deploy.unit;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A command in the form of a command file, not yet checked.
 *
 * @param name what the text it was read from is called in messages
 */
public record CommandModel(String name, ObjectNode tree) {}
