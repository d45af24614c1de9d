package org.drover.wps.backend.scheduler;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Task;

/** The files by which servers and the script of a task tell one another how it stands. */
final class ControlFolder {

  /** Left by the script when the program has ended. */
  static final String EXIT = "exit.json";

  /** Runs the program. */
  static final String SCRIPT = "run.sh";

  /** Runs the scripts of all tasks of an array; in the folder of the first. */
  static final String ARRAY_SCRIPT = "array.sh";

  private static final String PLACE = "place.json";
  private static final String SUBMITTED = "submitted";
  private static final String ENDING = "ending.json";
  private static final List<String> ALL =
      List.of(PLACE, SUBMITTED, ENDING, EXIT, EXIT + ".new", SCRIPT, ARRAY_SCRIPT);

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path folder;

  ControlFolder(Task task) {
    this.folder = task.control();
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** Where the task was going to be, or is; written before it is submitted. */
  Optional<Place> place() throws IOException {
    return read(PLACE, Place.class);
  }

  void place(Place place) throws IOException {
    write(PLACE, JSON.writeValueAsString(place));
  }

  /** The number the scheduler is known to have given it. */
  Optional<String> submittedAs() throws IOException {
    Path file = path(SUBMITTED);
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }

  void submitted(String id) throws IOException {
    write(SUBMITTED, id);
  }

  Optional<ExitRecord> exit() throws IOException {
    return read(EXIT, ExitRecord.class);
  }

  /** What has been found out of the end: it is told again, whatever the scheduler still knows. */
  Optional<Ending> ending() throws IOException {
    return read(ENDING, Ending.class);
  }

  void ending(Ending ending) throws IOException {
    write(ENDING, JSON.writeValueAsString(ending));
  }

  void clear() throws IOException {
    for (String each : ALL) {
      Files.deleteIfExists(path(each));
    }
  }

  private <T> Optional<T> read(String name, Class<T> type) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(path(name)), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Whoever reads it sees all of it, or the one before. */
  void write(String name, String text) throws IOException {
    Path made = Files.writeString(Files.createTempFile(folder, name, ".tmp"), text);
    Files.move(made, path(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
