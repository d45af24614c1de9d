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

  /** Answers with the document, or says that the client has it already (RFC 9110 §13). */
  public void send(HttpServletRequest request, HttpServletResponse response) {
    boolean gzip = zipped != plain && acceptsGzip(request.getHeader("Accept-Encoding"));
    String entityTag = '"' + tag + (gzip ? "-gz\"" : "\"");
    response.setHeader("ETag", entityTag);
    boolean forAnybody = Callers.of(request).isAnonymous();
    response.setHeader("Cache-Control", forAnybody ? "no-cache" : "private, no-cache");
    response.setHeader("Vary", "Accept-Encoding, Authorization");
    if (!request.getMethod().equals("POST")
        && Conditions.matches(request.getHeader("If-None-Match"), entityTag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(ResponseHeaders.XML);
    if (gzip) {
      response.setHeader("Content-Encoding", "gzip");
    }
    write(response, gzip ? zipped : plain);
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
