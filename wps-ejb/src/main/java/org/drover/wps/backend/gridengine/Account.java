package org.drover.wps.backend.gridengine;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drover.wps.backend.Ending;
import org.drover.wps.backend.Ending.Reason;
import org.drover.wps.backend.TaskState;
import org.drover.wps.backend.TaskState.Phase;
import org.drover.wps.backend.scheduler.Listed;

/**
 * What qacct says of a task that has ended.
 *
 * @param failed code of what went wrong outside the job; 0 if nothing
 * @param wallclock how many seconds it took, pauses included
 * @param limit how many it was allowed; the largest number if that is not told
 */
record Account(int failed, long wallclock, long limit) {

  /** Ended by a signal, which is how tasks are cancelled and limits are enforced. */
  private static final int KILLED = 100;

  private static final int OUT_OF_TIME = 37;
  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,18}).*");
  private static final Pattern LIMIT = Pattern.compile(".*\\bh_rt=(\\d{1,18}).*");

  /** Empty if there is no account in it. */
  static Optional<Account> parse(String text) {
    Map<String, String> fields =
        text.lines()
            .map(it -> it.split("\\s+", 2))
            .filter(it -> it.length == 2)
            .collect(Collectors.toMap(it -> it[0], it -> it[1], (first, last) -> last));
    if (!fields.containsKey("failed")) {
      return Optional.empty();
    }
    return Optional.of(
        new Account(
            (int) number(NUMBER, fields.get("failed"), 0),
            number(NUMBER, fields.getOrDefault("ru_wallclock", ""), 0),
            number(LIMIT, fields.getOrDefault("category", ""), Long.MAX_VALUE)));
  }

  private static long number(Pattern pattern, String text, long otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : otherwise;
  }

  Listed listed(String id) {
    return new Listed(id, "", TaskState.of(Phase.ENDED, ""), verdict());
  }

  private Optional<Ending> verdict() {
    return switch (failed) {
      case 0 -> Optional.empty();
      case OUT_OF_TIME -> ending(Reason.OUT_OF_TIME);
      case KILLED -> ending(wallclock >= limit ? Reason.OUT_OF_TIME : Reason.CANCELLED);
      default -> ending(Reason.LOST);
    };
  }

  private static Optional<Ending> ending(Reason reason) {
    return Optional.of(new Ending(reason, 0));
  }
}
