package org.drover.wps.web.ogcapi.job;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drover.wps.job.JobId;
import org.drover.wps.job.JobQuery;
import org.drover.wps.job.JobStatus;
import org.drover.wps.web.ogcapi.document.PageLimit;
import org.drover.wps.web.ogcapi.document.ProblemException;

/**
 * Reads which jobs are to be listed (18-062r2 §12.2). Parameters that are not known do not count.
 */
public final class JobFilterReader {

  private static final String OPEN = "..";
  private static final Pattern RFC3339 = Pattern.compile("[0-9]{4}-.*");
  private static final Set<JobStatus> NONE_SUCH = Set.of();

  private final MultivaluedMap<String, String> parameters;

  public JobFilterReader(MultivaluedMap<String, String> parameters) {
    this.parameters = parameters;
  }

  /**
   * The query; empty if no job can fulfil it.
   *
   * @throws ProblemException if a parameter has a value it cannot have
   */
  public Optional<JobQuery> read() {
    Set<String> types = list("type");
    JobQuery query =
        new JobQuery(
            statuses(),
            Optional.empty(),
            list("processID"),
            Optional.empty(),
            times(),
            after(),
            PageLimit.read(parameters));
    return types.isEmpty() || types.contains("process") ? Optional.of(query) : Optional.empty();
  }

  /** Values separated by commas, or given several times. */
  private Set<String> list(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    Set<String> each =
        values.stream()
            .flatMap(it -> Arrays.stream(it.split(",", -1)))
            .map(String::trim)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (each.contains("")) {
      throw ProblemException.invalidQuery(name, name + " has an empty value. Leave it out.");
    }
    return each;
  }

  private Set<JobStatus> statuses() {
    return list("status").stream()
        .flatMap(it -> status(it).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<JobStatus> status(String name) {
    Set<JobStatus> meant =
        Arrays.stream(JobStatus.values())
            .filter(it -> StatusInfo.name(it).equals(name))
            .collect(Collectors.toUnmodifiableSet());
    if (meant.equals(NONE_SUCH)) {
      String known =
          Arrays.stream(JobStatus.values())
              .map(StatusInfo::name)
              .distinct()
              .collect(Collectors.joining(", "));
      throw ProblemException.invalidQuery(
          "status", "No status is called '" + name + "'; there are " + known + ".");
    }
    return meant;
  }

  private JobQuery.Times times() {
    Optional<String> interval = one("datetime");
    return new JobQuery.Times(
        interval.flatMap(it -> bound(it, 0)),
        interval.flatMap(it -> bound(it, 1)),
        seconds("minDuration"),
        seconds("maxDuration"));
  }

  /** RFC 3339, an instant or an interval whose ends may be open. */
  private static Optional<Instant> bound(String interval, int end) {
    String[] ends = interval.split("/", -1);
    if (ends.length > 2
        || interval.isEmpty()
        || Stream.of(ends).allMatch(JobFilterReader::isOpen)) {
      throw invalidTime(interval, null);
    }
    String text = ends[ends.length == 1 ? 0 : end];
    if (isOpen(text)) {
      return Optional.empty();
    }
    if (!RFC3339.matcher(text).matches()) {
      throw invalidTime(interval, null);
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      // an instant means its second: clients have no more of the times they are told
      return Optional.of(ends.length == 1 && end == 1 ? instant.plusMillis(999) : instant);
    } catch (DateTimeParseException e) {
      throw invalidTime(interval, e);
    }
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals(OPEN);
  }

  private static ProblemException invalidTime(String interval, Exception cause) {
    return new ProblemException(
        ProblemException.invalidQuery(
                "datetime",
                "datetime is a time such as 2026-11-21T12:00:00Z, or two with / between, of which"
                    + " one may be .., not '"
                    + interval
                    + "'.")
            .problem(),
        cause);
  }

  private Optional<Duration> seconds(String name) {
    return one(name)
        .map(
            it -> {
              if (!it.matches("[0-9]{1,9}")) {
                throw ProblemException.invalidQuery(
                    name, name + " is a whole number of seconds, not '" + it + "'.");
              }
              return Duration.ofSeconds(Long.parseLong(it));
            });
  }

  private Optional<JobId> after() {
    return one("after")
        .map(
            it ->
                JobId.parse(it)
                    .orElseThrow(
                        () ->
                            ProblemException.invalidQuery(
                                "after", "after is the identifier of a job.")));
  }

  private Optional<String> one(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw ProblemException.invalidQuery(name, name + " is given twice. Give it once.");
    }
    return values.stream().findFirst();
  }
}
