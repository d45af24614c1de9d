package org.drover.wps.process.describe;

import java.util.Arrays;
import java.util.List;
import org.drover.wps.process.data.BoundingBox;

/**
 * Reads the inputs or outputs of a record; a record inside it is a group.
 *
 * @param process whose records these are
 * @param level of the record to be read: 1 for the process's own
 */
record RecordReader(Class<?> process, int level) {

  static RecordReader of(Class<?> process) {
    return new RecordReader(process, 1);
  }

  /** Whether components of a type are groups. */
  static boolean isGroup(Class<?> type) {
    return type.isRecord() && type != BoundingBox.class;
  }

  List<InputDescription> inputs(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(it -> new ComponentReader(this, it).input())
        .toList();
  }

  List<OutputDescription> outputs(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(it -> new ComponentReader(this, it).output())
        .toList();
  }

  /**
   * The reader of a record inside this one.
   *
   * @throws IllegalArgumentException if it lies too deep, as one that holds itself does
   */
  RecordReader inside(Class<?> type) {
    if (level == NestingRules.DEEPEST) {
      throw new IllegalArgumentException(
          process.getName()
              + " nests records more than "
              + NestingRules.DEEPEST
              + " deep, down to "
              + type.getName()
              + ": a record cannot hold itself");
    }
    return new RecordReader(process, level + 1);
  }
}
