package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;

/**
 * Argument vectors of bubblewrap. A server that is root makes the mounts as root, so that the job's
 * user needs no way to the folders they are of, then gives up all rights; a second bubblewrap makes
 * the user namespace, in which no further one can be made. An ordinary user does all in one.
 */
final class Bubblewrap {

  /** Where a program finds its work folder. */
  static final String WORK = "/work";

  private static final String PROGRAM = "bwrap";
  private static final List<String> SYSTEM =
      List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32");
  private static final List<String> CONFIGURATION =
      List.of("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime", "/etc/R");
  private static final List<String> FOR_NETWORK =
      List.of("/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf", "/etc/ssl/certs");

  private final Path program;
  private final Optional<JobUser> user;

  private Bubblewrap(Path program, Optional<JobUser> user) {
    this.program = program;
    this.user = user;
  }

  /** Empty when it is not installed. */
  static Optional<Bubblewrap> find(Optional<JobUser> user) {
    return Programs.find(PROGRAM).map(it -> new Bubblewrap(it, user));
  }

  /** The whole argument vector of a run. */
  List<String> arguments(ProgramRun run) throws IOException {
    List<String> all = new ArrayList<>(List.of(program.toString()));
    all.addAll(namespaces(run.network()));
    all.addAll(system(run.network()));
    all.addAll(folders(run));
    run.environment().forEach((name, value) -> all.addAll(List.of("--setenv", name, value)));
    user.ifPresent(it -> all.addAll(giveUpRights(it)));
    all.addAll(run.arguments());
    return all;
  }

  private List<String> namespaces(boolean network) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--unshare-ipc",
                "--unshare-pid",
                "--unshare-uts",
                "--unshare-cgroup-try",
                "--new-session",
                "--die-with-parent"));
    if (!network) {
      all.add("--unshare-net");
    }
    if (user.isEmpty()) {
      all.addAll(List.of("--unshare-user", "--disable-userns"));
    }
    return all;
  }

  private static List<String> system(boolean network) throws IOException {
    List<String> all = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
    for (String each : SYSTEM) {
      Path path = Path.of(each);
      if (Files.isSymbolicLink(path)) {
        all.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), each));
      } else {
        all.addAll(List.of("--ro-bind-try", each, each));
      }
    }
    CONFIGURATION.forEach(it -> all.addAll(readable(it)));
    configurationOfJava().forEach(it -> all.addAll(readable(it)));
    SandboxSettings.READABLE.get().forEach(it -> all.addAll(readable(it)));
    if (network) {
      FOR_NETWORK.forEach(it -> all.addAll(readable(it)));
    }
    all.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    return all;
  }

  /** Debian keeps the configuration of each Java, such as its security, apart from it. */
  private static List<String> configurationOfJava() throws IOException {
    List<String> all = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of("/etc"), "java*")) {
      folders.forEach(it -> all.add(it.toString()));
    }
    return all;
  }

  /** Folders above are made first: bubblewrap would make them for root alone. */
  private static List<String> readable(String name) {
    List<String> all = new ArrayList<>();
    Path path = Path.of(name);
    for (int i = 1; i < path.getNameCount(); i++) {
      all.addAll(List.of("--perms", "0755", "--dir", "/" + path.subpath(0, i)));
    }
    all.addAll(List.of("--ro-bind-try", name, name));
    return all;
  }

  private static List<String> folders(ProgramRun run) {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--size", Long.toString(run.limits().memoryBytes()), "--tmpfs", "/tmp"));
    all.addAll(List.of("--bind", run.folder().toString(), WORK));
    for (Map.Entry<String, Path> each : run.readable().entrySet()) {
      all.addAll(List.of("--ro-bind", each.getValue().toString(), WORK + "/" + each.getKey()));
    }
    all.addAll(List.of("--remount-ro", "/", "--chdir", WORK, "--clearenv"));
    all.addAll(List.of("--setenv", "PATH", Programs.searchPath(), "--setenv", "HOME", WORK));
    all.addAll(List.of("--setenv", "TMPDIR", "/tmp", "--setenv", "LANG", "C.UTF-8"));
    return all;
  }

  private List<String> giveUpRights(JobUser to) {
    List<String> all = new ArrayList<>(List.of("--cap-drop", "ALL"));
    List.of("CAP_SETUID", "CAP_SETGID", "CAP_SETPCAP")
        .forEach(it -> all.addAll(List.of("--cap-add", it)));
    all.addAll(Plain.changeUser(to));
    all.addAll(
        List.of(
            program.toString(),
            "--unshare-user",
            "--disable-userns",
            "--dev-bind",
            "/",
            "/",
            "--chdir",
            WORK));
    return all;
  }
}
