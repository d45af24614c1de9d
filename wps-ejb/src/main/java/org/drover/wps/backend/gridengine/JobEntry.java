package org.drover.wps.backend.gridengine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.EngineAwayException;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Listed;
import org.drover.wps.backend.scheduler.Place;
import org.drover.wps.data.xml.SafeXml;

/**
 * What qstat says of one task of an array job.
 *
 * @param job number of the array job
 * @param task number in it, from 1
 * @param state letters, such as {@code qw} or {@code r}
 */
record JobEntry(String job, int task, String name, String state) {

  private static final String ENTRY = "job_list";

  /** All tasks in a document of {@code qstat -xml -g d}. */
  static List<JobEntry> parse(String document) throws IOException {
    List<JobEntry> all = new ArrayList<>();
    try {
      XMLStreamReader reader =
          SafeXml.reader(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamConstants.START_ELEMENT
            && reader.getLocalName().equals(ENTRY)) {
          of(fields(reader)).ifPresent(all::add);
        }
      }
    } catch (XMLStreamException e) {
      throw new EngineAwayException("What qstat says cannot be read: " + e.getMessage(), e);
    }
    return all;
  }

  private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
      fields.put(reader.getLocalName(), reader.getElementText());
    }
    return fields;
  }

  /** Empty for a job that is no array, which ours all are. */
  private static Optional<JobEntry> of(Map<String, String> fields) {
    String task = fields.getOrDefault("tasks", "");
    return task.matches("\\d{1,9}")
        ? Optional.of(
            new JobEntry(
                fields.getOrDefault("JB_job_number", ""),
                Integer.parseInt(task),
                fields.getOrDefault("JB_name", ""),
                fields.getOrDefault("state", "")))
        : Optional.empty();
  }

  static String number(String job, int task) {
    return job + "." + task;
  }

  Place place() {
    return new Place(name, task - 1);
  }

  boolean isWaiting() {
    return phase() == Phase.WAITING;
  }

  /**
   * @param reasons what {@code qstat -j} says of the job
   */
  Listed listed(String reasons) {
    TaskState is =
        TaskState.of(
            phase(), isWaiting() || isInError() ? Reasons.of(reasons, task, isInError()) : "");
    Optional<Ending> verdict =
        isInError() ? Optional.of(new Ending(Reason.NOT_STARTED, 0)) : Optional.empty();
    return new Listed(number(job, task), state, is, verdict);
  }

  /** It could not be started, and stays so. */
  boolean isInError() {
    return state.contains("E") && !state.contains("d");
  }

  private Phase phase() {
    if (isInError()) {
      return Phase.ENDED;
    }
    if (state.contains("d")) {
      return Phase.RUNNING; // until it has gone
    }
    if (state.matches(".*[hsSTNP].*")) {
      return Phase.PAUSED;
    }
    return state.contains("q") ? Phase.WAITING : Phase.RUNNING;
  }
}
