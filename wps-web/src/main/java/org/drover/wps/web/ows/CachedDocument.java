package org.drover.wps.web.ows;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A document that stays the same until something changes: bytes, gzipped, and a tag. */
public final class CachedDocument {

  private static final int WORTH_ZIPPING = 1400;

  private final byte[] plain;
  private final byte[] zipped;
  private final String tag;

  public CachedDocument(byte[] bytes) {
    this.plain = bytes.clone();
    this.zipped = bytes.length < WORTH_ZIPPING ? plain : zip(bytes);
    this.tag = tagOf(bytes);
  }

  private static byte[] zip(byte[] bytes) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(bytes.length / 4);
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  /** A short strong hash in hexadecimal. */
  public static String tagOf(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * One of the two forms of the document. The bytes are not copied: nobody changes them.
   *
   * @param entityTag in quotes
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  public record Variant(byte[] bytes, String entityTag, boolean zipped) {}

  /**
   * The form for a client.
   *
   * @param acceptEncoding the header; null when absent
   */
  public Variant variantFor(String acceptEncoding) {
    boolean gzip = zipped != plain && acceptsGzip(acceptEncoding);
    return new Variant(gzip ? zipped : plain, '"' + tag + (gzip ? "-gz\"" : "\""), gzip);
  }

  /** Answers with the document, or says that the client has it already (RFC 9110 §13). */
  public void send(HttpServletRequest request, HttpServletResponse response) {
    Variant variant = variantFor(request.getHeader("Accept-Encoding"));
    response.setHeader("ETag", variant.entityTag());
    boolean forAnybody = Callers.of(request).isAnonymous();
    response.setHeader("Cache-Control", forAnybody ? "no-cache" : "private, no-cache");
    response.setHeader("Vary", "Accept-Encoding, Authorization");
    if (!request.getMethod().equals("POST")
        && Conditions.matches(request.getHeader("If-None-Match"), variant.entityTag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(ResponseHeaders.XML);
    if (variant.zipped()) {
      response.setHeader("Content-Encoding", "gzip");
    }
    write(response, variant.bytes());
  }

  private static void write(HttpServletResponse response, byte[] bytes) {
    response.setContentLength(bytes.length);
    try {
      response.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  private static boolean acceptsGzip(String accepted) {
    return accepted != null
        && accepted.contains("gzip")
        && !accepted.replace(" ", "").contains("gzip;q=0,")
        && !accepted.replace(" ", "").endsWith("gzip;q=0");
  }
}
