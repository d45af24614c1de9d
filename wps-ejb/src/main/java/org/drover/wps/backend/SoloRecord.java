package org.drover.wps.backend;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is written down of a task without a job: its name is that of its folder, which holds the
 * name of its engine, the engine's own files, and a mark once nobody waits for it any more.
 *
 * @param folder {@code <records>/<name of the run>/<part>.<run>}
 */
public record SoloRecord(Path folder, TaskName name) {

  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");
  private static final String BACKEND = "backend";
  private static final String GIVEN_UP = "given-up";

  static SoloRecord of(Path records, TaskName name) {
    Path folder = records.resolve(name.job()).resolve(name.part() + "." + name.run());
    return new SoloRecord(folder, name);
  }

  /** All there are below a folder. */
  public static List<SoloRecord> list(Path records) throws IOException {
    List<SoloRecord> all = new ArrayList<>();
    for (Path run : children(records)) {
      for (Path each : children(run)) {
        Matcher numbers = NUMBERS.matcher(each.getFileName().toString());
        if (numbers.matches()) {
          int part = Integer.parseInt(numbers.group(1));
          int number = Integer.parseInt(numbers.group(2));
          all.add(of(records, new TaskName(run.getFileName().toString(), part, number)));
        }
      }
    }
    return all;
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(children::add);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of(); // there was never one, or it is gone, or a file system's own
    }
    return children;
  }

  /** Before the engine hears of it. */
  void begin(String backend) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(BACKEND), backend);
  }

  /** Notes that its run has ended before the engine could be told; nothing if it is forgotten. */
  void giveUp() throws IOException {
    if (Files.isDirectory(folder)) {
      Files.writeString(folder.resolve(GIVEN_UP), "");
    }
  }

  public boolean isGivenUp() {
    return Files.exists(folder.resolve(GIVEN_UP));
  }

  /** Name of its engine; empty if that never heard of it. */
  public Optional<String> backend() throws IOException {
    try {
      return Optional.of(Files.readString(folder.resolve(BACKEND))).filter(it -> !it.isEmpty());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Ends and forgets it after its run. */
  public void end(Backend backend) throws IOException {
    end(backend, Task.toManage(name, folder));
  }

  void end(Backend backend, Task task) throws IOException {
    backend.cancel(task);
    backend.forget(task);
    remove();
  }

  /** Forgets it. */
  public void remove() throws IOException {
    if (Files.isDirectory(folder)) {
      new WorkFolder(folder).remove();
    }
    folder.getParent().toFile().delete(); // stays while there are others
  }
}
