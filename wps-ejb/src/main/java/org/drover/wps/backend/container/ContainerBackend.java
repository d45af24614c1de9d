package org.drover.wps.backend.container;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drover.wps.backend.Backend;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.Pauses;
import org.drover.wps.backend.RefusedException;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;

/**
 * The backend {@code container}: each task is a container that bears its name, of an engine with
 * Docker's API on this machine. Whatever is asked, the engine is asked for that name.
 */
@ApplicationScoped
public class ContainerBackend implements Backend {

  /** Its name in settings. */
  public static final String NAME = "container";

  private static final Duration RECENT = Duration.ofSeconds(3);
  private static final Duration PING = Duration.ofSeconds(5);
  private static final Pattern MESSAGE = Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final Clock clock;
  private final Engine engine;
  private volatile Finding finding = new Finding(Optional.empty(), Instant.MIN);

  private record Finding(Optional<String> problem, Instant at) {}

  public ContainerBackend() {
    this(Clock.systemUTC(), new Engine(ContainerSettings.HOST.get()));
  }

  ContainerBackend(Clock clock, Engine engine) {
    this.clock = clock;
    this.engine = engine;
  }

  @PreDestroy
  void close() {
    engine.close();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<String> problem() {
    Finding last = finding;
    Instant now = clock.instant();
    if (last.at.isBefore(now.minus(RECENT))) {
      last = new Finding(find(), now);
      finding = last;
    }
    return last.problem;
  }

  private Optional<String> find() {
    try {
      engine.ask(it -> it.pingCmd().exec(), PING);
      return Optional.empty();
    } catch (EngineAwayException e) {
      return Optional.of(e.getMessage());
    } catch (DockerException e) {
      return Optional.of("The container engine at " + engine.host() + " says: " + said(e));
    }
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void submit(List<Task> tasks) throws IOException {
    for (Task task : tasks) {
      if (inspect(task).isEmpty()) {
        create(task);
      }
      start(task);
    }
  }

  private void create(Task task) throws IOException {
    Optional<JobUser> user = JobUser.find();
    new ContainerFiles(task).prepare(user);
    ContainerOrder order = new ContainerOrder(task, numbers(user));
    try {
      engine.ask(it -> order.with(it).exec());
    } catch (NotFoundException e) {
      throw new RefusedException(
          "The container engine has not what the image " + order.image() + " needs: " + said(e));
    } catch (DockerException e) {
      if (inspect(task).isEmpty()) { // or else another thread or node was first
        throw refused(e);
      }
    }
  }

  private static String numbers(Optional<JobUser> user) throws IOException {
    if (user.isPresent()) {
      return user.get().uid() + ":" + user.get().gid();
    }
    Path own = Path.of("/proc/self");
    return Files.getAttribute(own, "unix:uid") + ":" + Files.getAttribute(own, "unix:gid");
  }

  private void start(Task task) throws IOException {
    Optional<ContainerState> state = inspect(task);
    if (state.filter(ContainerBackend::isNew).isEmpty()) {
      return;
    }
    try {
      engine.ask(it -> it.startContainerCmd(task.name().toString()).exec());
    } catch (NotModifiedException e) {
      return; // another thread or node was first
    } catch (DockerException e) {
      if (inspect(task).filter(ContainerBackend::isNew).isPresent()) {
        forget(task);
        throw refused(e);
      }
    }
  }

  private static RefusedException refused(DockerException e) {
    return new RefusedException("The container engine refuses the task: " + said(e));
  }

  private static String said(DockerException e) {
    Matcher message = MESSAGE.matcher(String.valueOf(e.getMessage()));
    return message.find() ? message.group(1) : String.valueOf(e.getMessage());
  }

  /** One that was made and not started has done nothing: submitting it again starts it. */
  private static boolean isNew(ContainerState state) {
    return List.of("created", "configured", "initialized").contains(state.getStatus());
  }

  private Optional<ContainerState> inspect(Task task) throws EngineAwayException {
    try {
      InspectContainerResponse found =
          engine.ask(it -> it.inspectContainerCmd(task.name().toString()).exec());
      return Optional.of(found.getState());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public TaskState look(Task task) throws IOException {
    Optional<ContainerState> found = inspect(task);
    if (found.isEmpty()) {
      return TaskState.ABSENT;
    }
    ContainerState state = found.get();
    return switch (String.valueOf(state.getStatus())) {
      case "paused" ->
          new TaskState(Phase.PAUSED, "", Optional.of(ran(task, state)), Optional.empty());
      case "running", "stopping" -> TaskState.running(ran(task, state));
      case "exited", "stopped", "dead" -> TaskState.ended(ending(task, state));
      default -> TaskState.ABSENT;
    };
  }

  private Duration ran(Task task, ContainerState state) throws IOException {
    Instant now = clock.instant();
    Instant started = OffsetDateTime.parse(state.getStartedAt()).toInstant();
    return Duration.between(started, now).minus(pauses(task).total(now));
  }

  private static Ending ending(Task task, ContainerState state) throws IOException {
    ContainerFiles files = new ContainerFiles(task);
    Ending ending = new ContainerEnd(state, files.end()).ending();
    if (ending.reason() == Reason.NOT_STARTED) {
      files.say("The image has no /bin/sh, which runs the program. " + state.getError());
    }
    return ending;
  }

  private static Pauses pauses(Task task) {
    return new Pauses(task.control().resolve("pauses"));
  }

  @Override
  public void pause(Task task) throws IOException {
    if (look(task).phase() == Phase.RUNNING) {
      change(task, Phase.RUNNING, () -> engine.ask(it -> it.pauseContainerCmd(name(task)).exec()));
      pauses(task).begin(clock.instant());
    }
  }

  @Override
  public void resume(Task task) throws IOException {
    if (look(task).phase() == Phase.PAUSED) {
      change(task, Phase.PAUSED, () -> engine.ask(it -> it.unpauseContainerCmd(name(task)).exec()));
      pauses(task).end(clock.instant());
    }
  }

  @Override
  public void cancel(Task task) throws IOException {
    Optional<ContainerState> state = inspect(task);
    if (state.filter(ContainerBackend::isNew).isPresent()) {
      forget(task);
    } else if (Boolean.TRUE.equals(state.map(ContainerState::getRunning).orElse(false))) {
      change(
          task, look(task).phase(), () -> engine.ask(it -> it.killContainerCmd(name(task)).exec()));
    }
  }

  /** Failing to change what has changed by itself meanwhile is no failure. */
  private void change(Task task, Phase from, Change change) throws IOException {
    try {
      change.make();
    } catch (DockerException e) {
      if (look(task).phase() == from) {
        throw new IOException("The container engine failed: " + said(e), e);
      }
    }
  }

  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  private static String name(Task task) {
    return task.name().toString();
  }

  @Override
  public void forget(Task task) throws IOException {
    try {
      engine.ask(
          it -> it.removeContainerCmd(name(task)).withForce(true).withRemoveVolumes(true).exec());
    } catch (NotFoundException e) {
      return; // gone already
    } catch (DockerException e) {
      if (inspect(task).isPresent()) {
        throw new IOException("The container engine failed: " + said(e), e);
      }
    }
  }
}
