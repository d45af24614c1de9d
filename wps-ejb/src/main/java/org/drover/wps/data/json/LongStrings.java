package org.drover.wps.data.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.drover.wps.data.Content;
import org.drover.wps.data.Spool;

/**
 * A JSON document (RFC 8259, UTF-8) whose long strings are taken out while it is read: parsers hold
 * each string in memory, and data of gigabytes may come as one string. In its place stands a short
 * one that nobody can foresee, and {@link #find} gives the text for it.
 */
public final class LongStrings extends InputStream {

  private static final int BLOCK = 1 << 13;
  private static final int INDEX_DIGITS = 8;

  private final InputStream in;
  private final Supplier<Spool> spools;
  private final int longest;
  private final String mark = UUID.randomUUID().toString();
  private final List<Content> found = new ArrayList<>();

  private final byte[] block = new byte[BLOCK];
  private int at;
  private int end;

  private byte[] ready = new byte[0];
  private int readyAt;
  private final ByteArrayOutputStream passing = new ByteArrayOutputStream(2 * BLOCK);

  private boolean inString;
  private boolean escaped;
  private final ByteArrayOutputStream string = new ByteArrayOutputStream();
  private Unescaped spooling;

  /**
   * @param in the document; closed with this
   * @param spools where long strings go, one after the other
   * @param longest length in bytes, as written, up to which a string stays where it is
   */
  public LongStrings(InputStream in, Supplier<Spool> spools, int longest) {
    this.in = in;
    this.spools = spools;
    this.longest = longest;
  }

  /**
   * The text of the string a parser stands on, as UTF-8, if it was taken out.
   *
   * @param parser on a string
   */
  public Optional<Content> find(JsonParser parser) throws IOException {
    // the length first: asked for it, the parser reads the string to its end
    if (parser.getTextLength() != mark.length() + INDEX_DIGITS || found.isEmpty()) {
      return Optional.empty();
    }
    String text = parser.getText();
    return text.startsWith(mark)
        ? Optional.of(found.get(Integer.parseInt(text.substring(mark.length()))))
        : Optional.empty();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    while (readyAt == ready.length) {
      if (!advance()) {
        return -1;
      }
    }
    int some = Math.min(count, ready.length - readyAt);
    System.arraycopy(ready, readyAt, bytes, offset, some);
    readyAt += some;
    return some;
  }

  /** Reads one more block; false at the end. A string that never ends is left out. */
  private boolean advance() throws IOException {
    at = 0;
    end = in.read(block, 0, BLOCK);
    if (end < 0) {
      return false;
    }
    passing.reset();
    while (at < end) {
      if (inString) {
        inside();
      } else {
        outside();
      }
    }
    ready = passing.toByteArray();
    readyAt = 0;
    return true;
  }

  private void outside() {
    int from = at;
    while (at < end && block[at] != '"') {
      at++;
    }
    inString = at < end;
    at += inString ? 1 : 0;
    passing.write(block, from, at - from);
  }

  private void inside() throws IOException {
    int from = at;
    while (at < end && (escaped || block[at] != '"')) {
      escaped = !escaped && block[at] == '\\';
      at++;
    }
    take(from, at - from);
    if (at < end) {
      at++;
      inString = false;
      finish();
    }
  }

  private void take(int from, int count) throws IOException {
    if (spooling != null) {
      spooling.write(block, from, count);
      return;
    }
    string.write(block, from, count);
    if (string.size() > longest) {
      spooling = new Unescaped(spools.get());
      spooling.write(string.toByteArray(), 0, string.size());
      string.reset();
    }
  }

  private void finish() throws IOException {
    if (spooling == null) {
      string.writeTo(passing);
      string.reset();
    } else {
      passing.writeBytes(
          (mark + String.format(Locale.ROOT, "%0" + INDEX_DIGITS + "d", found.size()))
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      found.add(spooling.finish());
      spooling = null;
    }
    passing.write('"');
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a malformed string is refused with. */
  static JsonParseException malformed(String what) {
    return new JsonParseException(null, what);
  }
}
