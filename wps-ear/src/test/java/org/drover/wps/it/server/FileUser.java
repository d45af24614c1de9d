package org.drover.wps.it.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Entries of WildFly's mgmt-users.properties and application-users.properties. */
final class FileUser {

  static final String MANAGEMENT = "ManagementRealm";
  static final String APPLICATION = "ApplicationRealm";

  private FileUser() {}

  /** HEX(MD5(user:realm:password)), as WildFly wants it. */
  static String hash(String user, String realm, String password) {
    try {
      byte[] text = (user + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
