package org.drover.wps.web.admin;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobQuery;
import org.drover.wps.job.JobStatus;

/** Reads which jobs are to be listed. */
final class JobQueryReader {

  private static final Set<String> KNOWN =
      Set.of("status", "owner", "process", "queue", "after", "limit");
  private static final int USUAL = 50;
  private static final int MOST = 1_000;

  private JobQueryReader() {}

  /**
   * @throws InvalidRequestException if a parameter is unknown or cannot be understood
   */
  static JobQuery read(MultivaluedMap<String, String> parameters) {
    parameters.forEach(
        (name, values) -> {
          if (!KNOWN.contains(name) || values.size() > 1) {
            throw new InvalidRequestException(
                "Parameter '" + name + "' is unknown or given twice; known are " + names(KNOWN));
          }
        });
    return new JobQuery(
        value(parameters, "status").map(JobQueryReader::status).map(Set::of).orElse(Set.of()),
        value(parameters, "owner"),
        value(parameters, "process").map(Set::of).orElse(Set.of()),
        value(parameters, "queue"),
        JobQuery.Times.ANY,
        value(parameters, "after").map(JobQueryReader::id),
        value(parameters, "limit").map(JobQueryReader::limit).orElse(USUAL));
  }

  private static String names(Set<String> names) {
    return names.stream().sorted().collect(Collectors.joining(", ", "", "."));
  }

  private static Optional<String> value(MultivaluedMap<String, String> parameters, String name) {
    return Optional.ofNullable(parameters.getFirst(name)).filter(it -> !it.isEmpty());
  }

  private static JobStatus status(String text) {
    return Arrays.stream(JobStatus.values())
        .filter(it -> JobJson.name(it).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidRequestException(
                    "No status is called '"
                        + text
                        + "'; there are "
                        + names(
                            Arrays.stream(JobStatus.values())
                                .map(JobJson::name)
                                .collect(Collectors.toSet()))));
  }

  private static JobId id(String text) {
    return JobId.parse(text)
        .orElseThrow(() -> new InvalidRequestException("after must be the identifier of a job."));
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new InvalidRequestException(limits(), e);
    }
    throw new InvalidRequestException(limits());
  }

  private static String limits() {
    return "limit must be a number from 1 to " + MOST + ".";
  }
}
