package org.drover.wps.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over plain data in one canonical form: entries of maps in order, bytes by their own hash
 * whether they are in memory or in a file.
 */
public final class CanonicalDigest {

  private static final JsonMapper MAPPER =
      StoredJson.builder(new SimpleModule().addSerializer(Content.class, new ByHash()))
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private CanonicalDigest() {}

  /** The digest of a record, in lower-case hexadecimal. */
  public static String of(Record data) {
    MessageDigest digest = sha256();
    try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      MAPPER.writeValue(sink, data);
    } catch (IOException e) {
      throw new UncheckedIOException("no digest can be made of " + data.getClass(), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static final class ByHash extends JsonSerializer<Content> {
    @Override
    public void serialize(Content content, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      MessageDigest digest = sha256();
      try (InputStream in = content.open();
          OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
        in.transferTo(sink);
      }
      out.writeBinary(digest.digest());
    }

    @Override
    public void serializeWithType(
        Content content, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
        throws IOException {
      serialize(content, out, provider);
    }
  }
}
