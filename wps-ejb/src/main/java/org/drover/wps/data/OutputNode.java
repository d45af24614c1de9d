package org.drover.wps.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.drover.wps.process.describe.IdPath;

/**
 * Outputs put into their groups again, for protocols that nest them (14-065r2 §9.5).
 *
 * @param <T> what is known of each output that is no group
 */
public sealed interface OutputNode<T> {

  /** Identifier within its group. */
  String id();

  /** An output that is no group. */
  record Leaf<T>(String id, T output) implements OutputNode<T> {}

  /** A group, with the members that are there. */
  record Group<T>(String id, List<OutputNode<T>> members) implements OutputNode<T> {
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * The outermost outputs and groups, each where the first of it was.
   *
   * @param path tells the path of an output, such as {@code zone/area}
   */
  static <T> List<OutputNode<T>> of(List<T> outputs, Function<T, String> path) {
    return level(
        outputs.stream().map(it -> new Placed<>(IdPath.split(path.apply(it)), it)).toList());
  }

  private static <T> List<OutputNode<T>> level(List<Placed<T>> placed) {
    List<OutputNode<T>> nodes = new ArrayList<>();
    Map<String, List<Placed<T>>> groups = new LinkedHashMap<>();
    for (Placed<T> each : placed) {
      if (each.path().size() > 1) {
        groups.computeIfAbsent(each.id(), it -> new ArrayList<>()).add(each.inside());
      }
    }
    for (Placed<T> each : placed) {
      if (each.path().size() == 1) {
        nodes.add(new Leaf<>(each.id(), each.output()));
      } else if (groups.containsKey(each.id())) {
        nodes.add(new Group<>(each.id(), level(groups.remove(each.id()))));
      }
    }
    return nodes;
  }

  /**
   * An output on its way to its place.
   *
   * @param path the identifiers still to go
   */
  record Placed<T>(List<String> path, T output) {

    String id() {
      return path.get(0);
    }

    Placed<T> inside() {
      return new Placed<>(path.subList(1, path.size()), output);
    }
  }
}
