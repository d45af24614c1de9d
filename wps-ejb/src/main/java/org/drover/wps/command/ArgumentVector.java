package org.drover.wps.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The argument vector of a command, with places for values. A value becomes part of one argument,
 * whatever characters it has.
 *
 * @param program what is run; no value ever stands there
 */
record ArgumentVector(String program, List<Piece> pieces) {

  ArgumentVector {
    pieces = List.copyOf(pieces);
  }

  /** One or more arguments. */
  sealed interface Piece {}

  /** Always there. */
  record Always(Text text) implements Piece {}

  /** There when an input is given and, if so said, has a value. */
  record When(String input, Optional<String> is, List<Text> texts) implements Piece {
    When {
      texts = List.copyOf(texts);
    }
  }

  /** There when an input is not given. */
  record Unless(String input, List<Text> texts) implements Piece {
    Unless {
      texts = List.copyOf(texts);
    }
  }

  /** There once for each value of an input. */
  record Each(String input, List<Text> texts) implements Piece {
    Each {
      texts = List.copyOf(texts);
    }
  }

  /** There when an input is given, whose values become one with a text between them. */
  record Joined(String input, String between, List<Text> texts) implements Piece {
    Joined {
      texts = List.copyOf(texts);
    }
  }

  /** The arguments, the program first. */
  List<String> fill(Values values) {
    List<String> all = new ArrayList<>(List.of(program));
    for (Piece piece : pieces) {
      if (piece instanceof Always always) {
        always.text.fill(values, all);
      } else if (piece instanceof When when && values.has(when.input, when.is)) {
        when.texts.forEach(it -> it.fill(values, all));
      } else if (piece instanceof Unless unless && !values.has(unless.input, Optional.empty())) {
        unless.texts.forEach(it -> it.fill(values, all));
      } else if (piece instanceof Joined joined && values.has(joined.input, Optional.empty())) {
        Values one = values.joined(joined.input, joined.between);
        joined.texts.forEach(it -> it.fill(one, all));
      } else if (piece instanceof Each each) {
        for (Values one : values.each(each.input)) {
          each.texts.forEach(it -> it.fill(one, all));
        }
      }
    }
    return all;
  }

  /**
   * What placeholders stand for: texts by placeholder, such as {@code dem.path}, one for each
   * occurrence of an input.
   */
  record Values(Map<String, List<String>> texts) {
    Values {
      texts = Map.copyOf(texts);
    }

    private boolean has(String input, Optional<String> is) {
      List<String> found = occurrences(input);
      return is.isEmpty() ? !found.isEmpty() : found.contains(is.get());
    }

    /** The literal itself, or something all complex inputs and all boxes have. */
    private List<String> occurrences(String input) {
      return texts.getOrDefault(
          input,
          texts.getOrDefault(input + ".path", texts.getOrDefault(input + ".crs", List.of())));
    }

    private Values joined(String input, String between) {
      Map<String, List<String>> one = new HashMap<>(texts);
      one.replaceAll((key, list) -> isOf(input, key) ? List.of(String.join(between, list)) : list);
      return new Values(one);
    }

    private static boolean isOf(String input, String placeholder) {
      return placeholder.equals(input) || placeholder.startsWith(input + ".");
    }

    private List<Values> each(String input) {
      List<Values> all = new ArrayList<>();
      for (int i = 0; i < occurrences(input).size(); i++) {
        Map<String, List<String>> one = new HashMap<>(texts);
        int at = i;
        one.replaceAll((key, list) -> isOf(input, key) ? List.of(list.get(at)) : list);
        all.add(new Values(one));
      }
      return all;
    }
  }
}
