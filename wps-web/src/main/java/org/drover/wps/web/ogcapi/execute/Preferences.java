package org.drover.wps.web.ogcapi.execute;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.drover.wps.execution.request.Mode;
import org.drover.wps.process.describe.JobControl;
import org.drover.wps.process.describe.ProcessDescription;

/** What a client prefers (RFC 7240): when to be answered, and whether by value. */
public final class Preferences {

  private static final String ASYNC = "respond-async";
  private static final String SYNC = "respond-sync";
  private static final String MINIMAL = "return=minimal";

  private final Set<String> tokens;

  private Preferences(Set<String> tokens) {
    this.tokens = tokens;
  }

  /** Reads the Prefer headers; what is not known is left alone, as the RFC has it. */
  public static Preferences of(Collection<String> headers) {
    Set<String> tokens = new LinkedHashSet<>();
    for (String header : headers) {
      Arrays.stream(header.split(",", -1))
          .map(it -> it.split(";", 2)[0].replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
          .forEach(tokens::add);
    }
    return new Preferences(tokens);
  }

  /**
   * How a process is run (18-062r2 §7.9.3): as a job if that is preferred, or the only way; else
   * while the client waits.
   */
  public Mode mode(ProcessDescription process) {
    boolean sync = process.allows(JobControl.SYNC_EXECUTE);
    boolean async = process.allows(JobControl.ASYNC_EXECUTE);
    return async && (!sync || prefersAsync()) ? Mode.ASYNC : Mode.SYNC;
  }

  private boolean prefersAsync() {
    return tokens.contains(ASYNC) && !tokens.contains(SYNC);
  }

  /** Whether outputs are to be given by reference where the request does not say. */
  public boolean prefersReferences() {
    return tokens.contains(MINIMAL);
  }

  /** What was honoured, for Preference-Applied; empty for nothing. */
  public String applied(Mode mode, boolean references) {
    String applied = "";
    if (mode == Mode.ASYNC && tokens.contains(ASYNC)) {
      applied = ASYNC;
    } else if (mode == Mode.SYNC && tokens.contains(SYNC)) {
      applied = SYNC;
    }
    if (references && prefersReferences()) {
      applied += (applied.isEmpty() ? "" : ", ") + MINIMAL;
    }
    return applied;
  }
}
