package org.drover.wps.backend.scheduler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.RecordFolder;
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

  private final RecordFolder records;

  ControlFolder(Task task) {
    this.records = new RecordFolder(task.control());
  }

  Path path(String name) {
    return records.path(name);
  }

  /** Where the task was going to be, or is; written before it is submitted. */
  Optional<Place> place() throws IOException {
    return records.read(PLACE, Place.class);
  }

  void place(Place place) throws IOException {
    records.write(PLACE, place);
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
    return records.read(EXIT, ExitRecord.class);
  }

  /** What has been found out of the end: it is told again, whatever the scheduler still knows. */
  Optional<Ending> ending() throws IOException {
    return records.read(ENDING, Ending.class);
  }

  void ending(Ending ending) throws IOException {
    records.write(ENDING, ending);
  }

  void clear() throws IOException {
    records.remove(PLACE, SUBMITTED, ENDING, EXIT, EXIT + ".new", SCRIPT, ARRAY_SCRIPT);
  }

  void write(String name, String text) throws IOException {
    records.writeText(name, text);
  }
}
