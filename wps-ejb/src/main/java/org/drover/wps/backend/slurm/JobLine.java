package org.drover.wps.backend.slurm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Listed;
import org.drover.wps.backend.scheduler.Place;

/**
 * A line of squeue: one task of an array.
 *
 * @param state such as PENDING
 * @param reason why it waits or has ended
 * @param restarts how often Slurm has started it again
 * @param used how long it has run, without the time it was suspended
 */
record JobLine(
    String array,
    int index,
    String name,
    String state,
    String reason,
    int restarts,
    Duration used) {

  private static final String FORMAT =
      "ArrayJobID:|,ArrayTaskID:|,Name:|,State:|,Reason:|,RestartCnt:|,TimeUsed:|";
  private static final int FIELDS = 7;

  private static final Map<String, String> WAITS =
      Map.of(
          "None", "to be looked at by Slurm",
          "Resources", "for free processors or memory",
          "Priority", "for tasks before it",
          "JobHeldUser", "held",
          "JobHeldAdmin", "held by an administrator",
          "PartitionDown", "for its partition, which is down",
          "PartitionInactive", "for its partition, which is inactive",
          "ReqNodeNotAvail", "for machines that are down or reserved");

  /**
   * @param owner whose jobs are listed
   */
  static List<String> command(String owner) {
    return List.of(
        "squeue", "--noheader", "--array", "--states=all", "--user=" + owner, "--Format=" + FORMAT);
  }

  /** Empty for a job that is none of an array, which ours all are. */
  static Optional<JobLine> parse(String line) {
    String[] fields = line.strip().split("\\|", -1);
    if (fields.length < FIELDS || !fields[1].matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return Optional.of(
        new JobLine(
            fields[0],
            Integer.parseInt(fields[1]),
            fields[2],
            fields[3],
            fields[4],
            fields[5].matches("\\d{1,9}") ? Integer.parseInt(fields[5]) : 0,
            duration(fields[6])));
  }

  /** Days, hours, minutes and seconds: {@code 1-02:03:04}, {@code 2:03:04} or {@code 3:04}. */
  static Duration duration(String text) {
    if (!text.matches("(\\d+-)?(\\d+:)?\\d+:\\d+")) {
      return Duration.ZERO;
    }
    String[] days = text.split("-", -1);
    long seconds = 0;
    for (String each : days[days.length - 1].split(":", -1)) {
      seconds = seconds * 60 + Long.parseLong(each);
    }
    return Duration.ofDays(days.length > 1 ? Long.parseLong(days[0]) : 0).plusSeconds(seconds);
  }

  Place place() {
    return new Place(name, index);
  }

  Listed listed() {
    return new Listed(array + "_" + index, state, taskState(), verdict());
  }

  private TaskState taskState() {
    return switch (state) {
      case "PENDING" -> waiting();
      case "RUNNING", "COMPLETING", "CONFIGURING", "STAGE_OUT", "SIGNALING", "RESIZING" ->
          TaskState.running(used);
      case "SUSPENDED", "STOPPED" -> TaskState.of(Phase.PAUSED, "suspended");
      case "REQUEUED", "REQUEUE_FED" -> TaskState.of(Phase.WAITING, "to be started again");
      default -> TaskState.of(Phase.ENDED, state + " " + reason);
    };
  }

  private TaskState waiting() {
    if (isHeldForEver()) {
      return TaskState.of(
          Phase.ENDED, "Slurm could not start the task, and holds it: " + reason + ".");
    }
    return TaskState.of(
        reason.equals("JobHeldUser") ? Phase.PAUSED : Phase.WAITING,
        WAITS.getOrDefault(reason.replaceFirst(",.*", ""), reason));
  }

  /** An administrator who holds a task will let it go; what Slurm holds after a failure stays. */
  private boolean isHeldForEver() {
    return state.equals("PENDING")
        && (reason.matches("(?i).*launch.failed.*|DependencyNeverSatisfied|BadConstraints")
            || (reason.equals("JobHeldAdmin") && restarts > 0));
  }

  private Optional<Ending> verdict() {
    return switch (state) {
      case "CANCELLED" -> ending(Reason.CANCELLED);
      case "TIMEOUT", "DEADLINE" -> ending(Reason.OUT_OF_TIME);
      case "OUT_OF_MEMORY" -> ending(Reason.OUT_OF_MEMORY);
      case "NODE_FAIL", "BOOT_FAIL", "PREEMPTED", "REVOKED" -> ending(Reason.LOST);
      default -> isHeldForEver() ? ending(Reason.NOT_STARTED) : Optional.empty();
    };
  }

  private static Optional<Ending> ending(Reason reason) {
    return Optional.of(new Ending(reason, 0));
  }
}
