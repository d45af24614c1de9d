package org.drover.wps.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.drover.wps.config.Setting;

/**
 * The user programs run as when the server runs as root.
 *
 * @param uid number of the user
 * @param gid number of its group
 */
record JobUser(int uid, int gid) {

  /** Name of the user programs run as when the server runs as root. */
  static final Setting<String> NAME = Setting.text("drover.sandbox.user", "nobody");

  private static final Path USERS = Path.of("/etc/passwd");

  /**
   * The user to change to; empty when the server is an ordinary user and stays that.
   *
   * @throws IllegalStateException if there is no such user, or it is root
   */
  static Optional<JobUser> find() {
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

  /** Gives a folder, and nothing in it, to this user. */
  void own(Path folder) throws IOException {
    Files.setAttribute(folder, "unix:uid", uid);
    Files.setAttribute(folder, "unix:gid", gid);
  }
}
