package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drover.wps.execution.request.ExecuteOptions;
import org.drover.wps.execution.request.ExecuteOptions.ClientKey;
import org.drover.wps.outbox.JobLinks;
import org.drover.wps.outbox.Occasion;
import org.drover.wps.outbox.Subscription;

/**
 * Reads what WPS has no words for, from headers and from parameters of the URL, also of a POST:
 * {@code Idempotency-Key}, {@code Cache-Control: no-cache} or {@code reuse=false}, {@code
 * notify=<address>}.
 */
public final class ExecuteOptionsReader {

  private static final String KEY = "Idempotency-Key";
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final HttpServletRequest request;
  private final Kvp kvp;
  private final JobLinks links;

  /**
   * @param links where those who are told of the job find it
   */
  public ExecuteOptionsReader(HttpServletRequest request, JobLinks links) {
    this.request = request;
    this.kvp = Kvp.of(request.getQueryString());
    this.links = links;
  }

  public ExecuteOptions read() {
    return new ExecuteOptions(key(), reuse(), subscriptions());
  }

  /** The key; its quotation marks, which the draft of the header wants, do not count. */
  private Optional<ClientKey> key() {
    return Optional.ofNullable(request.getHeader(KEY))
        .map(String::trim)
        .map(it -> it.matches("\".+\"") ? it.substring(1, it.length() - 1) : it)
        .map(ExecuteOptionsReader::checked)
        .map(ClientKey::of);
  }

  private static String checked(String key) {
    if (!VISIBLE.matcher(key).matches()) {
      throw OwsException.invalid(
          KEY, "An Idempotency-Key has 1 to 255 visible ASCII characters and no blanks.");
    }
    return key;
  }

  private boolean reuse() {
    String control = Optional.ofNullable(request.getHeader("Cache-Control")).orElse("");
    boolean fresh =
        Stream.of(control.toLowerCase(Locale.ROOT).split(",", -1))
            .map(String::trim)
            .anyMatch("no-cache"::equals);
    return !fresh && kvp.find("reuse").map(it -> Lexical.flag("reuse", it)).orElse(true);
  }

  /** Those named hear of the end, whatever it is. */
  private List<Subscription> subscriptions() {
    return kvp.findAll("notify").stream()
        .distinct()
        .flatMap(
            address ->
                Stream.of(Occasion.SUCCEEDED, Occasion.FAILED)
                    .map(event -> new Subscription(address, event, links)))
        .toList();
  }
}
