package org.drover.wps.backend.gridengine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.RefusedException;
import org.drover.wps.backend.TaskName;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Commands;
import org.drover.wps.backend.scheduler.Commands.Answer;
import org.drover.wps.backend.scheduler.Listed;
import org.drover.wps.backend.scheduler.Place;
import org.drover.wps.backend.scheduler.Scheduler;
import org.drover.wps.backend.scheduler.Submission;

/** Grid Engine, by its command line programs, each of which fails at once when it is away. */
final class GridEngine implements Scheduler {

  /** Of what qsub says when it has failed, that which will pass; all else it will say again. */
  private static final List<String> PASSING =
      List.of("qmaster", "commlib", "timeout", "timed out", "active jobs", "shutting down");

  private static final String NOT_RUN = "Unable to run job: ";

  private final Commands commands;

  GridEngine(Commands commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "gridengine";
  }

  @Override
  public void probe() throws IOException {
    ask(List.of("qstat"));
  }

  @Override
  public Map<Place, Listed> list() throws IOException {
    Map<Place, Listed> all = new LinkedHashMap<>();
    Optional<String> waiting = Optional.empty();
    for (JobEntry each : JobEntry.parse(ask(List.of("qstat", "-xml", "-g", "d")).out())) {
      if (each.name().startsWith(TaskName.PREFIX)) {
        if (each.isWaiting() && waiting.isEmpty()) {
          waiting = Optional.of(reasons(each.job())); // the same for most: one question will do
        }
        String reasons = each.isInError() ? reasons(each.job()) : waiting.orElse("");
        all.put(each.place(), each.listed(reasons));
      }
    }
    return all;
  }

  /** What qstat says of one job, such as why it does not run; empty if it has just gone. */
  private String reasons(String job) throws IOException {
    return commands.run(List.of("qstat", "-j", job)).out();
  }

  @Override
  public Optional<Listed> remember(String id) throws IOException {
    String[] numbers = id.split("\\.", -1);
    Answer answer = commands.run(List.of("qacct", "-j", numbers[0], "-t", numbers[1]));
    return answer.isSuccess()
        ? Account.parse(answer.out()).map(it -> it.listed(id))
        : Optional.empty();
  }

  @Override
  public String submit(Submission array) throws IOException {
    Answer answer = commands.run(qsub(array));
    if (answer.isSuccess()) {
      return answer.out().lines().reduce((first, last) -> last).orElse("").split("\\.", -1)[0];
    }
    int at = answer.error().indexOf(NOT_RUN);
    if (at < 0 || PASSING.stream().anyMatch(answer.error()::contains)) {
      throw new EngineAwayException("Grid Engine did not take a task: " + said(answer));
    }
    throw new RefusedException(
        answer.error().substring(at + NOT_RUN.length()).lines().findFirst().orElse(""));
  }

  private static List<String> qsub(Submission array) throws IOException {
    int slots = Math.max(1, (int) Math.ceil(array.limits().cpus()));
    List<String> all =
        new ArrayList<>(
            List.of(
                "qsub",
                "-terse",
                "-N",
                array.name(),
                "-t",
                "1-" + array.tasks().size(),
                "-q",
                GridEngineSettings.queue(array.queue()),
                "-w",
                "e",
                "-r",
                "n",
                "-S",
                "/bin/sh",
                "-wd",
                "/",
                "-o",
                "/dev/null",
                "-e",
                "/dev/null"));
    String resources = resources(array, slots);
    if (!resources.isEmpty()) {
      all.addAll(List.of("-l", resources));
    }
    if (slots > 1) {
      all.addAll(List.of("-pe", GridEngineSettings.PARALLEL.get(), Integer.toString(slots)));
    }
    all.addAll(GridEngineSettings.options());
    all.add(array.script("SGE_TASK_ID", 1).toString());
    return all;
  }

  private static String resources(Submission array, int slots) {
    List<String> all = new ArrayList<>();
    array.time().ifPresent(it -> all.add("h_rt=" + Math.max(1, it.plusMillis(999).toSeconds())));
    long memory = array.limits().memoryBytes() / slots;
    GridEngineSettings.MEMORY.get().forEach(it -> all.add(it + "=" + memory));
    return String.join(",", all);
  }

  @Override
  public String number(String array, int index) {
    return JobEntry.number(array, index + 1);
  }

  @Override
  public void pause(Listed task) throws IOException {
    if (task.state().phase() == Phase.WAITING) {
      ask(List.of("qhold", task.id()));
    } else {
      ask(List.of("qmod", "-sj", task.id()));
    }
  }

  @Override
  public void resume(Listed task) throws IOException {
    if (task.word().contains("h")) {
      ask(List.of("qrls", task.id()));
    } else {
      ask(List.of("qmod", "-usj", task.id()));
    }
  }

  @Override
  public void cancel(Listed task) throws IOException {
    if (!task.word().contains("d")) { // it is being ended
      ask(List.of("qdel", task.id()));
    }
  }

  private Answer ask(List<String> arguments) throws IOException {
    Answer answer = commands.run(arguments);
    if (!answer.isSuccess()) {
      throw new EngineAwayException(
          "Grid Engine's " + arguments.get(0) + " has failed: " + said(answer));
    }
    return answer;
  }

  private static String said(Answer answer) {
    return (answer.error() + "\n" + answer.out()).strip().lines().findFirst().orElse("no reason");
  }
}
