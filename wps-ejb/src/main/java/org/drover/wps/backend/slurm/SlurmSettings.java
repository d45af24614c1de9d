package org.drover.wps.backend.slurm;

import java.util.Arrays;
import java.util.List;
import org.drover.wps.config.Setting;

/** What an administrator decides on tasks in Slurm. */
final class SlurmSettings {

  /** Folder of sbatch, squeue, scontrol and scancel. */
  static final Setting<String> PROGRAMS = Setting.text("drover.slurm.programs", "/usr/bin");

  /** Configuration file; without it Slurm's programs look where they were built to. */
  static final Setting<String> CONFIGURATION = Setting.text("drover.slurm.conf", "");

  /** Partition for tasks of the queue {@code short}. */
  static final Setting<String> SHORT = Setting.text("drover.slurm.short", "short");

  /** Partition for tasks of the queue {@code long}. */
  static final Setting<String> LONG = Setting.text("drover.slurm.long", "long");

  /** Further options of sbatch, such as {@code --account=geo}, separated by spaces. */
  static final Setting<String> OPTIONS = Setting.text("drover.slurm.options", "");

  private SlurmSettings() {}

  static String partition(String queue) {
    return queue.equals("short") ? SHORT.get() : LONG.get();
  }

  static List<String> options() {
    return Arrays.stream(OPTIONS.get().split(" ", -1)).filter(it -> !it.isEmpty()).toList();
  }
}
