package org.drover.wps.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.ProgramRun;

/** Watches one run until it ends or has used up what it may, and tells which. */
final class Supervision {

  private static final long TICK_MILLIS = 100;
  private static final int SIGNAL = 128;
  private static final int LAST_SIGNAL = 64;
  private static final int SIGXCPU = 24;
  private static final int SIGXFSZ = 25;

  /** Looking at the files takes a hundredth of the time at most. */
  private static final int FOLDER_SHARE = 100;

  private final ProgramRun run;
  private final Process process;
  private final Cgroup group;
  private final WorkFolder folder;
  private final WorkFolder logs;
  private final long begun = System.nanoTime();
  private long nextLook = begun + TimeUnit.SECONDS.toNanos(1);

  Supervision(ProgramRun run, Process process, Cgroup group) {
    this.run = run;
    this.process = process;
    this.group = group;
    this.folder = new WorkFolder(run.folder());
    this.logs = new WorkFolder(run.logs());
  }

  /** Waits for the end. The program may still be running if a limit is the reason. */
  Ending await(Sandbox.Observer observer) throws IOException, InterruptedException {
    while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      observer.look();
      Optional<Reason> over = exceeded();
      if (over.isPresent()) {
        return new Ending(over.get(), 0);
      }
    }
    observer.look();
    return ended(process.exitValue());
  }

  private Optional<Reason> exceeded() throws IOException {
    long now = System.nanoTime();
    if (now - begun > run.limits().time().toNanos()) {
      return Optional.of(Reason.OUT_OF_TIME);
    }
    if (isOutOfCpuTime()) {
      return Optional.of(Reason.OUT_OF_CPU_TIME);
    }
    if (now - nextLook > 0 && isFolderTooLarge()) {
      return Optional.of(Reason.FOLDER_TOO_LARGE);
    }
    return Optional.empty();
  }

  private boolean isOutOfCpuTime() {
    Duration limit = run.limits().cpuTime();
    return group.cpuTime().filter(it -> it.compareTo(limit) > 0).isPresent();
  }

  private boolean isFolderTooLarge() throws IOException {
    long from = System.nanoTime();
    measure();
    long took = System.nanoTime() - from;
    nextLook = from + Math.max(TimeUnit.SECONDS.toNanos(1), took * FOLDER_SHARE);
    return folder.total() + logs.total() > run.limits().folderBytes();
  }

  private void measure() throws IOException {
    folder.measure();
    logs.measure();
  }

  private Ending ended(int code) throws IOException {
    measure();
    if (folder.total() + logs.total() > run.limits().folderBytes()) {
      return new Ending(Reason.FOLDER_TOO_LARGE, code);
    }
    return code == 0 ? new Ending(Reason.EXITED, 0) : failed(code);
  }

  private Ending failed(int code) throws IOException {
    if (isFailureOfSandbox(code)) {
      return new Ending(Reason.NOT_STARTED, code);
    }
    if (group.wasOutOfMemory()) {
      return new Ending(Reason.OUT_OF_MEMORY, code);
    }
    if (code == SIGNAL + SIGXCPU || isOutOfCpuTime()) {
      return new Ending(Reason.OUT_OF_CPU_TIME, code);
    }
    if (code == SIGNAL + SIGXFSZ
        || Math.max(folder.largest(), logs.largest()) >= run.limits().fileBytes()) {
      return new Ending(Reason.FILE_TOO_LARGE, code);
    }
    if (group.wasOutOfProcesses()) {
      return new Ending(Reason.TOO_MANY_PROCESSES, code);
    }
    return code > SIGNAL && code <= SIGNAL + LAST_SIGNAL
        ? new Ending(Reason.SIGNALLED, code - SIGNAL)
        : new Ending(Reason.EXITED, code);
  }

  /** The tools of the chain say so in their own name, before the program is there. */
  private boolean isFailureOfSandbox(int code) throws IOException {
    if (code == Launch.NO_GROUP) {
      return true;
    }
    String said = beginning(run.stderr());
    return said.startsWith("bwrap: ")
        || said.startsWith("setpriv: ")
        || said.startsWith("prlimit: ")
        || said.startsWith("setsid: ");
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(200), StandardCharsets.UTF_8);
    }
  }
}
