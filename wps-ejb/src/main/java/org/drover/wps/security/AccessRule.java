package org.drover.wps.security;

import java.util.regex.Pattern;

/**
 * Who may see and who may run the processes with certain identifiers. Those who may run one see it.
 *
 * @param processes matches their identifiers
 */
record AccessRule(Pattern processes, Who see, Who run) {

  /** Holds where no rule does. */
  static final AccessRule DEFAULT = parse("*");

  private static final String SEE = "see=";
  private static final String RUN = "run=";

  /**
   * Reads {@code PATTERN [see=WHO] [run=WHO]}; {@code *} in a pattern is any text. Who has the role
   * to use Drover sees, unless said otherwise, and who sees runs, unless said otherwise.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static AccessRule parse(String line) {
    String[] words = line.split("\\s+", -1);
    Who see = Who.holding(Roles.USE);
    for (int i = 1; i < words.length; i++) {
      see = words[i].startsWith(SEE) ? Who.parse(words[i].substring(SEE.length())) : see;
    }
    Who run = see;
    for (int i = 1; i < words.length; i++) {
      run = words[i].startsWith(RUN) ? Who.parse(words[i].substring(RUN.length())) : run;
      if (!words[i].startsWith(SEE) && !words[i].startsWith(RUN)) {
        throw new IllegalArgumentException(
            "'" + words[i] + "' is neither see=WHO nor run=WHO (several names with commas only)");
      }
    }
    return new AccessRule(pattern(words[0]), see, run);
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E");
  }

  boolean concerns(String process) {
    return processes.matcher(process).matches();
  }

  boolean lets(Caller caller, boolean running) {
    return caller.holds(Roles.ADMINISTER)
        || run.includes(caller)
        || (!running && see.includes(caller));
  }
}
