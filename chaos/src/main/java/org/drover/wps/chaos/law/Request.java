package org.drover.wps.chaos.law;

import java.util.UUID;
import org.drover.wps.it.client.ExecuteXml;

/**
 * An Execute the suite sends, and what must come of it.
 *
 * @param tag name of the job in the work log and in the stored request
 * @param items items of the job and of one checkpoint; empty figures for a job without parts
 */
public record Request(String tag, ExecuteXml xml, Outcome outcome, Items items) {

  /**
   * How much a job works through.
   *
   * @param count of the whole job; 0 when it has no parts
   * @param checkpointEvery items between checkpoints
   */
  public record Items(long count, int checkpointEvery) {
    private static final Items NONE = new Items(0, 0);
  }

  /** A name nobody else has. */
  public static String newTag() {
    return UUID.randomUUID().toString().substring(0, 13);
  }

  /** Parts of logged items, with a checkpoint after each item. */
  public static Request items(int parts, int items, int milliseconds) {
    return items(newTag(), parts, items, milliseconds);
  }

  /** As above, under a tag. */
  public static Request items(String tag, int parts, int items, int milliseconds) {
    long count = (long) parts * items;
    ExecuteXml xml =
        ExecuteXml.of("logged-items")
            .literal("tag", tag)
            .literal("parts", parts)
            .literal("items", items)
            .literal("milliseconds", milliseconds)
            .literal("checkpointEvery", 1)
            .async();
    return new Request(tag, xml, Outcome.items(count), new Items(count, 1));
  }

  /** A job that ends at once. */
  public static Request echo() {
    String tag = newTag();
    return plain(
        tag, ExecuteXml.of("echo").literal("text", tag).async(), Outcome.literal("text", tag));
  }

  /** An output in a file. */
  public static Request letters(String tag, int size) {
    return plain(tag, letters("letters", tag, size), Outcome.letters(size));
  }

  /** An output in a file that is forgotten after five seconds. */
  public static Request briefLetters(String tag, int size) {
    return plain(tag, letters("brief-letters", tag, size), Outcome.GONE);
  }

  /** As letters, where there may be no room for it. */
  public static Request lettersIfTheyFit(int size) {
    String tag = newTag();
    return plain(
        tag,
        letters("letters", tag, size),
        Outcome.letters(size).or(Outcome.failed("(?s).*(disk|write).*")));
  }

  private static ExecuteXml letters(String process, String tag, int size) {
    return ExecuteXml.of(process)
        .literal("tag", tag)
        .literal("size", size)
        .async("letters asReference=\"true\"");
  }

  /** Holds a slot of the short queue until a gate is open. */
  public static Request shortGate(String gate) {
    return gate("short-gate", gate);
  }

  /** Holds a slot of the long queue until a gate is open. */
  public static Request longGate(String gate) {
    return gate("long-gate", gate);
  }

  private static Request gate(String process, String gate) {
    return plain(
        newTag(),
        ExecuteXml.of(process).literal("name", gate).async(),
        Outcome.literal("name", gate));
  }

  /** Takes down whichever server runs it. */
  public static Request halt() {
    String tag = newTag();
    return plain(
        tag,
        ExecuteXml.of("halt").literal("tag", tag).async(),
        Outcome.failed("(?s).*went down.*"));
  }

  /** Waits in steps, and tells of each. */
  public static Request waiting(double seconds, int steps) {
    return plain(
        newTag(),
        ExecuteXml.of("wait").literal("seconds", seconds).literal("steps", steps).async(),
        Outcome.literal("steps", Integer.toString(steps)));
  }

  /** The same, where the client will dismiss it. */
  public Request toBeDismissed() {
    return new Request(tag, xml, Outcome.dismissed(), Items.NONE);
  }

  private static Request plain(String tag, ExecuteXml xml, Outcome outcome) {
    return new Request(tag, xml, outcome, Items.NONE);
  }
}
