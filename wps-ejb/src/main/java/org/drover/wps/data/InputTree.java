package org.drover.wps.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drover.wps.process.describe.InputDescription;
import org.drover.wps.process.describe.ProcessDescription;

/**
 * The checked inputs of a request with their descriptions. Those that are no groups are its leaves,
 * numbered in the order received; where nothing is nested they are the inputs themselves.
 */
public final class InputTree {

  private final List<InputDescription> described;
  private final List<Input> inputs;

  /**
   * @param inputs checked
   */
  public InputTree(ProcessDescription process, List<Input> inputs) {
    this.described = process.inputs();
    this.inputs = inputs;
  }

  /**
   * An input that is no group.
   *
   * @param no its number, from 0
   * @param description with the path for an identifier
   */
  public record Leaf(int no, InputDescription description, InputValue value) {}

  /** What a leaf becomes. */
  @FunctionalInterface
  public interface LeafValue {
    Object of(Leaf leaf) throws IOException;
  }

  /** All leaves, in order. */
  public List<Leaf> leaves() {
    List<Leaf> leaves = new ArrayList<>();
    collect("", described, inputs, leaves);
    return leaves;
  }

  private static void collect(
      String outer, List<InputDescription> described, List<Input> inputs, List<Leaf> leaves) {
    for (Input input : inputs) {
      InputDescription description = find(described, input).within(outer);
      if (input.value() instanceof InputValue.Nested nested) {
        collect(description.id(), members(description), nested.inputs(), leaves);
      } else {
        leaves.add(new Leaf(leaves.size(), description, input.value()));
      }
    }
  }

  private static InputDescription find(List<InputDescription> described, Input input) {
    return described.stream()
        .filter(it -> it.id().equals(input.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("unchecked input " + input.id()));
  }

  private static List<InputDescription> members(InputDescription group) {
    return group
        .members()
        .orElseThrow(() -> new IllegalStateException("unchecked input " + group.id()));
  }

  /**
   * What a process gets: by identifier, the values of each occurrence; the value of a group is such
   * a map itself.
   *
   * @param value is asked for the leaves in order
   */
  public Map<String, List<Object>> values(LeafValue value) throws IOException {
    List<Object> made = new ArrayList<>();
    for (Leaf leaf : leaves()) {
      made.add(value.of(leaf));
    }
    return assembled(inputs, made.iterator());
  }

  private static Map<String, List<Object>> assembled(List<Input> inputs, Iterator<Object> leaves) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (Input input : inputs) {
      Object value =
          input.value() instanceof InputValue.Nested nested
              ? assembled(nested.inputs(), leaves)
              : leaves.next();
      values.computeIfAbsent(input.id(), it -> new ArrayList<>()).add(value);
    }
    return values;
  }
}
