package org.drover.wps.it.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entries of WildFly's mgmt-users.properties. */
final class ManagementUser {

  private ManagementUser() {}

  /** HEX(MD5(user:realm:password)), as WildFly wants it. */
  static String hash(String user, String password) {
    try {
      byte[] text = (user + ":ManagementRealm:" + password).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
