package org.drover.wps.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
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

  private volatile State state =
      new State(new Stamp("", FileTime.fromMillis(0), -1), AccessRules.CLOSED);

  private record Stamp(String file, FileTime changed, long size) {}

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

  private static Stamp stamp(String file) {
    try {
      BasicFileAttributes of = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
      return new Stamp(file, of.lastModifiedTime(), of.size());
    } catch (IOException e) {
      return new Stamp(file, FileTime.fromMillis(0), 0); // missing: a stamp like any other
    }
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
