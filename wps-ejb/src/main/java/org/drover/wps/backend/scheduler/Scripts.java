package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.Task;
import org.drover.wps.backend.sandbox.Enclosure;

/** Writes what a scheduler runs. Only quoted words get into a script. */
final class Scripts {

  private Scripts() {}

  /**
   * Makes a task's folders ready, and a script that runs its program in its sandbox and tells how
   * it ended. Programs can neither see the script nor the record.
   */
  static void prepare(Task task, Optional<JobUser> user) throws IOException {
    ControlFolder control = new ControlFolder(task);
    List<String> arguments = Enclosure.prepare(task.program(), user);
    String exit = quoted(control.path(ControlFolder.EXIT));
    String made = quoted(control.path(ControlFolder.EXIT + ".new"));
    control.write(
        ControlFolder.SCRIPT,
        String.join(
            "\n",
            "#!/bin/sh",
            "# Drover's task " + task.name(),
            "umask 022",
            "exec </dev/null >" + quoted(task.program().stdout()),
            "exec 2>" + quoted(task.program().stderr()),
            "begun=$(date +%s)",
            arguments.stream().map(Scripts::quoted).collect(Collectors.joining(" ")),
            "code=$?",
            "printf '{\"code\":%d,\"begun\":%d,\"ended\":%d}\\n' $code $begun $(date +%s) >" + made,
            "mv " + made + " " + exit,
            "exit $code",
            ""));
    open(control.path(ControlFolder.SCRIPT));
    if (user.isPresent()) {
      user.get().own(task.control());
      user.get().own(task.program().logs());
    }
  }

  /**
   * A script for all tasks of an array, which each run their own.
   *
   * @param variable of the environment, in which the scheduler says which of the array it runs
   * @param first what it calls the first of them
   */
  static Path array(List<Task> tasks, String variable, int first) throws IOException {
    StringBuilder script = new StringBuilder("#!/bin/sh\ncase \"$" + variable + "\" in\n");
    for (int i = 0; i < tasks.size(); i++) {
      Path own = new ControlFolder(tasks.get(i)).path(ControlFolder.SCRIPT);
      script.append(first + i).append(") exec /bin/sh ").append(quoted(own)).append(" ;;\n");
    }
    ControlFolder control = new ControlFolder(tasks.get(0));
    control.write(ControlFolder.ARRAY_SCRIPT, script.append("esac\n").toString());
    return open(control.path(ControlFolder.ARRAY_SCRIPT));
  }

  /** Whoever gets to it can read it; where it lies is for the server's folders to close. */
  private static Path open(Path script) throws IOException {
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String quoted(Path path) {
    return quoted(path.toString());
  }

  /** One word of a shell, whatever is in it. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
