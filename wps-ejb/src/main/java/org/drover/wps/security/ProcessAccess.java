package org.drover.wps.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.drover.wps.config.Setting;

/**
 * The access rules in force: those in a file, which is read again when it changes. A file that
 * cannot be read leaves the rules as they were; at the start that lets administrators in alone.
 */
@ApplicationScoped
public class ProcessAccess {

  /** The file with the access rules. At its default place it may be missing: no rules. */
  public static final Setting<String> FILE =
      Setting.text(
          "drover.access.file",
          Path.of(System.getProperty("jboss.server.config.dir", ""), "process-access.conf")
              .toString());

  private static final Logger LOG = System.getLogger(ProcessAccess.class.getName());

  private volatile State state = new State(new Stamp("", 0, -1), AccessRules.CLOSED);

  private record Stamp(String file, long changed, long size) {}

  private record State(Stamp stamp, AccessRules rules) {}

  /** The rules as the file says now. */
  public AccessRules rules() {
    State known = state;
    Stamp now = stamp(FILE.get());
    if (!now.equals(known.stamp)) {
      known = new State(now, read(now.file, known.rules));
      state = known;
    }
    return known.rules;
  }

  /** A missing file has a stamp like any other, and no exception: each request asks. */
  private static Stamp stamp(String name) {
    File file = new File(name);
    return new Stamp(name, file.lastModified(), file.length());
  }

  private static AccessRules read(String file, AccessRules before) {
    try {
      AccessRules read = AccessRules.parse(Files.readAllLines(Path.of(file)));
      LOG.log(Level.INFO, "{0} access rules are read from {1}.", read.rules().size(), file);
      return read;
    } catch (NoSuchFileException e) {
      if (file.equals(FILE.defaultValue())) {
        return AccessRules.NONE;
      }
      LOG.log(Level.ERROR, "The file with the access rules is missing: {0}", file);
      return before;
    } catch (IOException | IllegalArgumentException e) {
      LOG.log(
          Level.ERROR,
          "The access rules stay as they were: {0} cannot be read: {1}",
          file,
          e.getMessage());
      return before;
    }
  }
}
