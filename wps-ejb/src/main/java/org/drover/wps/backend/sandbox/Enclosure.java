package org.drover.wps.backend.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drover.wps.backend.JobUser;
import org.drover.wps.backend.ProgramRun;

/**
 * The sandbox of a program that someone else starts, such as a scheduler on another machine, as the
 * user it is to run as. What it uses is for that someone to limit; each process is limited here.
 */
public final class Enclosure {

  private Enclosure() {}

  /** Why programs cannot be run in it, in a sentence for administrators. */
  public static Optional<String> problem() {
    return SandboxSettings.OPTIONAL.get() || Bubblewrap.find(Optional.empty()).isPresent()
        ? Optional.empty()
        : Optional.of(
            "Programs run in a sandbox alone, and bubblewrap is not installed (Debian: bubblewrap)"
                + " on this server and the machines of the scheduler. To run them without, set"
                + " drover.sandbox.optional to true.");
  }

  /**
   * Makes a program's folder ready.
   *
   * @param user who it is to run as, if not who the server runs as
   * @return argument vector to be run with an empty environment, in any folder
   */
  public static List<String> prepare(ProgramRun run, Optional<JobUser> user) throws IOException {
    Optional<Bubblewrap> bubblewrap = Bubblewrap.find(Optional.empty());
    if (bubblewrap.isPresent()) {
      makeMountPoints(run);
    } else {
      Plain.copyReadable(run);
    }
    if (user.isPresent()) {
      user.get().handOver(run);
    }
    List<String> all = new ArrayList<>(List.of("/usr/bin/env", "-i", "--chdir=" + run.folder()));
    Plain.environment(run).forEach((name, value) -> all.add(name + "=" + value));
    if (bubblewrap.isPresent()) {
      all.addAll(Launch.forEachProcess(run.limits()));
      all.addAll(bubblewrap.get().arguments(limitedInside(run)));
    } else {
      run.environment().forEach((name, value) -> all.add(name + "=" + value));
      all.addAll(Launch.forEachProcess(run.limits()));
      all.addAll(Plain.arguments(run, Optional.empty()));
    }
    return all;
  }

  /** The user may not make them in folders that are the server's. */
  private static void makeMountPoints(ProgramRun run) throws IOException {
    for (Map.Entry<String, Path> each : run.readable().entrySet()) {
      Path point = run.folder().resolve(each.getKey());
      if (Files.isDirectory(each.getValue())) {
        Files.createDirectories(point);
      } else if (!Files.exists(point, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectories(point.resolveSibling(""));
        Files.createFile(point);
      }
    }
  }

  /** Within the sandbox's user namespace the kernel counts the processes of this program alone. */
  private static ProgramRun limitedInside(ProgramRun run) {
    List<String> arguments =
        new ArrayList<>(List.of("prlimit", "--nproc=" + run.limits().processes()));
    arguments.addAll(run.arguments());
    return new ProgramRun(
        arguments,
        run.folder(),
        run.readable(),
        run.logs(),
        run.environment(),
        run.network(),
        run.limits());
  }

  /**
   * Whether the sandbox has failed, not the program: its tools say so in their own name, before the
   * program is there.
   */
  public static boolean hasFailed(ProgramRun run) throws IOException {
    String said = beginning(run.stderr());
    return List.of("bwrap: ", "setpriv: ", "prlimit: ", "setsid: ", "/usr/bin/env: ").stream()
        .anyMatch(said::startsWith);
  }

  private static String beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(200), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return ""; // the run it was made for has ended
    }
  }
}
