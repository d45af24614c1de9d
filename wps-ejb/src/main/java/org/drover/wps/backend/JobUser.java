package org.drover.wps.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drover.wps.config.Setting;

/**
 * The user programs run as when the server runs as root.
 *
 * @param uid number of the user
 * @param gid number of its group
 */
public record JobUser(int uid, int gid) {

  /** Name of the user programs run as when the server runs as root. */
  static final Setting<String> NAME = Setting.text("drover.sandbox.user", "nobody");

  private static final Path USERS = Path.of("/etc/passwd");

  /**
   * The user to change to; empty when the server is an ordinary user and stays that.
   *
   * @throws IllegalStateException if there is no such user, or it is root
   */
  public static Optional<JobUser> find() {
    return isRoot() ? Optional.of(named(NAME.get())) : Optional.empty();
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException | UnsupportedOperationException e) {
      throw new IllegalStateException("Programs run on Linux only.", e);
    }
  }

  private static JobUser named(String name) {
    try {
      JobUser user =
          Files.readAllLines(USERS).stream()
              .map(line -> line.split(":", -1))
              .filter(fields -> fields.length > 3 && fields[0].equals(name))
              .findFirst()
              .map(fields -> new JobUser(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
              .orElseThrow(
                  () -> new IllegalStateException("drover.sandbox.user: no user " + name + "."));
      if (user.uid == 0) {
        throw new IllegalStateException("drover.sandbox.user: programs do not run as root.");
      }
      return user;
    } catch (IOException e) {
      throw new IllegalStateException(USERS + " cannot be read.", e);
    }
  }

  /** Gives a file, or a folder and nothing in it, to this user. */
  public void own(Path file) throws IOException {
    Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(file, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
  }

  /** Lets the user write to the work folder, and read what it is to read there. */
  public void handOver(ProgramRun run) throws IOException {
    for (Map.Entry<String, Path> each : run.readable().entrySet()) {
      Path place = Files.createDirectories(run.folder().resolve(each.getKey()).resolveSibling(""));
      Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(each.getValue());
      if (permissions.add(PosixFilePermission.OTHERS_READ)) {
        Files.setPosixFilePermissions(each.getValue(), permissions);
      }
    }
    own(run.folder());
  }
}
