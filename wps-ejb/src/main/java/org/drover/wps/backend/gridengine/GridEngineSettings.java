package org.drover.wps.backend.gridengine;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.drover.wps.config.Setting;

/** What an administrator decides on tasks in Grid Engine. */
final class GridEngineSettings {

  /** Folder of qsub, qstat, qacct, qmod and qdel. */
  static final Setting<String> PROGRAMS = Setting.text("drover.gridengine.programs", "/usr/bin");

  /** What Grid Engine calls SGE_ROOT. */
  static final Setting<String> ROOT = Setting.text("drover.gridengine.root", "/var/lib/gridengine");

  /** What Grid Engine calls SGE_CELL. */
  static final Setting<String> CELL = Setting.text("drover.gridengine.cell", "default");

  /** Queue for tasks of the queue {@code short}. */
  static final Setting<String> SHORT = Setting.text("drover.gridengine.short", "short");

  /** Queue for tasks of the queue {@code long}. */
  static final Setting<String> LONG = Setting.text("drover.gridengine.long", "long");

  /** Resources by which memory is asked for, for each slot. */
  static final Setting<Set<String>> MEMORY = Setting.names("drover.gridengine.memory", "h_vmem");

  /** Parallel environment for tasks that use several processors of one machine. */
  static final Setting<String> PARALLEL = Setting.text("drover.gridengine.parallel", "smp");

  /** Further options of qsub, such as {@code -P geo}, separated by spaces. */
  static final Setting<String> OPTIONS = Setting.text("drover.gridengine.options", "");

  private GridEngineSettings() {}

  static String queue(String queue) {
    return queue.equals("short") ? SHORT.get() : LONG.get();
  }

  static List<String> options() {
    return Arrays.stream(OPTIONS.get().split(" ", -1)).filter(it -> !it.isEmpty()).toList();
  }
}
