package org.drover.wps.backend.slurm;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.RefusedException;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Commands;
import org.drover.wps.backend.scheduler.Commands.Answer;
import org.drover.wps.backend.scheduler.Listed;
import org.drover.wps.backend.scheduler.Place;
import org.drover.wps.backend.scheduler.Scheduler;
import org.drover.wps.backend.scheduler.Submission;
import org.drover.wps.backend.scheduler.TaskUser;

/** Slurm, by its command line programs. */
final class Slurm implements Scheduler {

  private static final long MEBIBYTE = 1 << 20;

  /**
   * Of what sbatch says when it has failed, that which will pass; all else it will say again.
   * Nothing is refused before the controller was reached.
   */
  private static final List<String> PASSING =
      List.of(
          "Unable to contact",
          "timed out",
          "uthentication",
          "temporarily",
          "Zero Bytes",
          "Unexpected message",
          "Communication",
          "Munge",
          "Transport endpoint",
          "Slurm backup controller",
          "limit reached");

  private static final String SUBMISSION_FAILED = "Batch job submission failed: ";

  private final Commands commands;

  Slurm(Commands commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "slurm";
  }

  /** The other programs wait for many seconds before they say that nobody answers. */
  @Override
  public void probe() throws IOException {
    Answer answer = commands.run(List.of("scontrol", "ping"));
    if (!answer.isSuccess()) {
      throw new EngineAwayException("Slurm's controller does not answer: " + said(answer));
    }
  }

  @Override
  public Map<Place, Listed> list() throws IOException {
    Map<Place, Listed> all = new LinkedHashMap<>();
    for (String line : ask(JobLine.command(owner())).out().lines().toList()) {
      JobLine.parse(line)
          .filter(it -> it.place().name().startsWith(TaskName.PREFIX))
          .ifPresent(it -> all.put(it.place(), it.listed()));
    }
    return all;
  }

  private static String owner() throws IOException {
    return TaskUser.find()
        .map(it -> Integer.toString(it.uid()))
        .orElseGet(() -> System.getProperty("user.name"));
  }

  /** The controller forgets a job some minutes after its end; not every cluster keeps accounts. */
  @Override
  public Optional<Listed> remember(String id) {
    return Optional.empty();
  }

  @Override
  public String submit(Submission array) throws IOException {
    probe();
    Answer answer = commands.run(sbatch(array));
    if (answer.isSuccess()) {
      return answer.out().split(";", -1)[0];
    }
    int at = answer.error().indexOf(SUBMISSION_FAILED);
    if (at < 0 || PASSING.stream().anyMatch(answer.error()::contains)) {
      throw new EngineAwayException("Slurm did not take a task: " + said(answer));
    }
    throw new RefusedException(answer.error().substring(at + SUBMISSION_FAILED.length()));
  }

  private static List<String> sbatch(Submission array) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "sbatch",
                "--parsable",
                "--job-name=" + array.name(),
                "--array=0-" + (array.tasks().size() - 1),
                "--partition=" + SlurmSettings.partition(array.queue()),
                "--mem=" + (array.limits().memoryBytes() + MEBIBYTE - 1) / MEBIBYTE,
                "--nodes=1",
                "--ntasks=1",
                "--cpus-per-task=" + (int) Math.ceil(array.limits().cpus()),
                "--no-requeue",
                "--chdir=/",
                "--output=/dev/null",
                "--error=/dev/null"));
    array.time().ifPresent(it -> all.add("--time=" + minutes(it)));
    Optional<JobUser> user = TaskUser.find();
    user.ifPresent(it -> all.addAll(List.of("--uid=" + it.uid(), "--gid=" + it.gid())));
    all.addAll(SlurmSettings.options());
    all.add(array.script("SLURM_ARRAY_TASK_ID", 0).toString());
    return all;
  }

  /** Slurm counts whole minutes. */
  private static long minutes(Duration time) {
    return Math.max(1, time.plusSeconds(59).toMinutes());
  }

  @Override
  public String number(String array, int index) {
    return array + "_" + index;
  }

  /** Only Slurm's own user and its operators may suspend; whose job it is can stop it. */
  @Override
  public void pause(Listed task) throws IOException {
    if (task.state().phase() == Phase.WAITING) {
      ask(List.of("scontrol", "uhold", task.id()));
    } else if (!commands.run(List.of("scontrol", "suspend", task.id())).isSuccess()) {
      ask(List.of("scancel", "--signal=STOP", "--full", task.id()));
    }
  }

  @Override
  public void resume(Listed task) throws IOException {
    switch (task.word()) {
      case "SUSPENDED" -> ask(List.of("scontrol", "resume", task.id()));
      case "STOPPED" -> ask(List.of("scancel", "--signal=CONT", "--full", task.id()));
      default -> ask(List.of("scontrol", "release", task.id()));
    }
  }

  @Override
  public void cancel(Listed task) throws IOException {
    ask(List.of("scancel", task.id()));
  }

  private Answer ask(List<String> arguments) throws IOException {
    probe();
    Answer answer = commands.run(arguments);
    if (!answer.isSuccess()) {
      throw new EngineAwayException("Slurm's " + arguments.get(0) + " has failed: " + said(answer));
    }
    return answer;
  }

  private static String said(Answer answer) {
    return (answer.error() + "\n" + answer.out()).strip().lines().findFirst().orElse("no reason");
  }
}
