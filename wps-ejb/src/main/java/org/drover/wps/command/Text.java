package org.drover.wps.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drover.wps.command.ArgumentVector.Values;
import org.drover.wps.process.InvalidInputException;

/**
 * An argument with placeholders: {@code {dem.path}}. Doubled braces stand for themselves.
 *
 * @param parts in turns a literal text and a placeholder, a text first and last
 */
record Text(List<String> parts) {

  private static final Pattern TOKEN =
      Pattern.compile("\\{\\{|\\}\\}|\\{([A-Za-z][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9._-]+)?)\\}|[{}]");
  private static final Pattern NUMBER =
      Pattern.compile("-(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  Text {
    parts = List.copyOf(parts);
  }

  /**
   * Reads an argument.
   *
   * @throws IllegalArgumentException if a brace stands alone
   */
  static Text parse(String written) {
    List<String> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher token = TOKEN.matcher(written);
    int from = 0;
    while (token.find()) {
      literal.append(written, from, token.start());
      from = token.end();
      if (token.group(1) != null) {
        parts.add(literal.toString());
        parts.add(token.group(1));
        literal.setLength(0);
      } else if (token.group().length() == 2) {
        literal.append(token.group().charAt(0));
      } else {
        throw new IllegalArgumentException(
            "'" + written + "' has a brace that belongs to no placeholder; write it twice");
      }
    }
    parts.add(literal.append(written.substring(from)).toString());
    return new Text(parts);
  }

  /** Whether it is a placeholder and nothing else, and so may become several arguments. */
  boolean isPlaceholder() {
    return parts.size() == 3 && parts.get(0).isEmpty() && parts.get(2).isEmpty();
  }

  Set<String> placeholders() {
    return IntStream.range(0, parts.size())
        .filter(i -> i % 2 == 1)
        .mapToObj(parts::get)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Adds the argument; several if it is nothing but a placeholder that has several values.
   *
   * @throws InvalidInputException if a value would be taken for an option
   */
  void fill(Values values, List<String> to) {
    if (isPlaceholder()) {
      for (String each : of(values, parts.get(1))) {
        to.add(checked(parts.get(1), each));
      }
      return;
    }
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      if (i % 2 == 0) {
        filled.append(parts.get(i));
      } else {
        String value = of(values, parts.get(i)).get(0);
        filled.append(filled.isEmpty() ? checked(parts.get(i), value) : value);
      }
    }
    to.add(filled.toString());
  }

  private static List<String> of(Values values, String placeholder) {
    List<String> found = values.texts().get(placeholder);
    if (found == null) {
      throw new IllegalStateException("nothing is known of {" + placeholder + "}");
    }
    return found;
  }

  /** A client must not write options where its author wants a value. */
  private static String checked(String placeholder, String value) {
    if (value.startsWith("-") && !NUMBER.matcher(value).matches()) {
      String input = placeholder.split("\\.", 2)[0];
      throw new InvalidInputException(
          input, "The value of '" + input + "' must not begin with '-'.");
    }
    return value;
  }
}
