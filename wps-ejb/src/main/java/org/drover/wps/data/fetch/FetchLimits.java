package org.drover.wps.data.fetch;

import java.time.Duration;
import org.drover.wps.config.Setting;

/**
 * How long and how much is fetched.
 *
 * @param connect time to make a connection
 * @param idle time without a byte
 * @param total time for one fetch, redirections included
 * @param maximumBytes size of a response, decompressed
 * @param redirects redirections followed
 */
record FetchLimits(
    Duration connect, Duration idle, Duration total, long maximumBytes, int redirects) {

  /** How long making a connection for a referenced input may take. */
  static final Setting<Duration> CONNECT = Setting.duration("drover.fetch.connect-limit", "PT10S");

  /** How long a referenced input may send nothing. */
  static final Setting<Duration> IDLE = Setting.duration("drover.fetch.idle-limit", "PT30S");

  /** How long fetching a referenced input may take in all. */
  static final Setting<Duration> TOTAL = Setting.duration("drover.fetch.total-limit", "PT15M");

  /** How many bytes a referenced input may have where its description does not say. */
  static final Setting<Long> BYTES = Setting.number("drover.fetch.max-bytes", 4L << 30);

  /** How many redirections of a referenced input are followed. */
  static final Setting<Long> REDIRECTS = Setting.number("drover.fetch.max-redirects", 3);

  /** The same, each time no longer than this. */
  FetchLimits within(Duration longest) {
    return new FetchLimits(
        shorter(connect, longest),
        shorter(idle, longest),
        shorter(total, longest),
        maximumBytes,
        redirects);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  static FetchLimits fromSettings() {
    return new FetchLimits(
        CONNECT.get(), IDLE.get(), TOTAL.get(), BYTES.get(), REDIRECTS.get().intValue());
  }
}
