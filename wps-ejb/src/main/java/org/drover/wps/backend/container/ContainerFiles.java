package org.drover.wps.backend.container;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;
import org.drover.wps.backend.Task;

/** The files of a task as its container sees them. */
final class ContainerFiles {

  /** Where a program finds its work folder. */
  static final String WORK = "/work";

  private static final String STDOUT = "/.drover/stdout";
  private static final String STDERR = "/.drover/stderr";
  private static final String END = "/.drover/end";

  private final Task task;

  ContainerFiles(Task task) {
    this.task = task;
  }

  /**
   * Program that runs another one and then notes what the kernel has counted, which engines tell in
   * part or not at all. The output goes to files, where it is read as it comes and the limit of
   * each file bounds it. Where memory is short, the program is ended and not this one. All after
   * the program is of the shell itself: there may be no process left.
   */
  static final List<String> ENTRY =
      List.of(
          "/bin/sh",
          "-c",
          """
          ( echo 500 >/proc/self/oom_score_adj
            exec "$@" ) >%s 2>%s
          code=$?
          { echo code $code
            cd /sys/fs/cgroup && for file in memory/memory.oom_control memory.events \
                pids/pids.events pids.events; do
              [ ! -r $file ] || while read -r name count; do echo $file.$name $count; done <$file
            done
          } >%s 2>/dev/null
          exit $code
          """
              .formatted(STDOUT, STDERR, END),
          "sh");

  /** What is noted by {@link #ENTRY}. */
  Path end() {
    return task.control().resolve("end");
  }

  /** Makes what is mounted, and gives the user what it is to write to. */
  void prepare(Optional<JobUser> user) throws IOException {
    ProgramRun run = task.program();
    for (Map.Entry<String, Path> each : run.readable().entrySet()) {
      makePlace(run.folder(), Path.of(each.getKey()), Files.isDirectory(each.getValue()));
    }
    List<Path> written = List.of(run.stdout(), run.stderr(), end());
    for (Path each : written) {
      make(each);
    }
    if (user.isPresent()) {
      user.get().handOver(run);
      for (Path each : written) {
        user.get().own(each);
      }
    }
  }

  /** Another node may be about to do the same. */
  private static void make(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
    }
  }

  /** A place to mount at. An earlier run may have left links there, which lead elsewhere. */
  private static void makePlace(Path folder, Path name, boolean isFolder) throws IOException {
    Path place = folder;
    for (Path each : name) {
      place = place.resolve(each);
      if (!isFolder && place.equals(folder.resolve(name))) {
        make(place);
      } else if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(place);
      }
    }
  }

  /** Places in the container that can be written to, and the files or folders they are. */
  Map<String, Path> writable() {
    ProgramRun run = task.program();
    return Map.of(WORK, run.folder(), STDOUT, run.stdout(), STDERR, run.stderr(), END, end());
  }

  /** Says why a program was not started, where its owner reads it. */
  void say(String why) throws IOException {
    List<String> all = new ArrayList<>(Files.readAllLines(task.program().stderr()));
    if (all.isEmpty()) {
      Files.writeString(task.program().stderr(), why + "\n");
    }
  }
}
