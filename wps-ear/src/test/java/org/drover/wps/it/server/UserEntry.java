package org.drover.wps.it.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lines of WildFly's files of users. */
final class UserEntry {

  private UserEntry() {}

  /** NAME=HEX(MD5(user:realm:password)), as WildFly wants it. */
  static String of(String realm, String user, String password) {
    try {
      byte[] text = (user + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8);
      return user + "=" + HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
