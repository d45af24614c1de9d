package org.drover.wps.config;

/** The address clients reach this server at, such as {@code https://wps.example.org}. */
public final class PublicAddress {

  /** As set; empty when it is to be found out by request. */
  public static final Setting<String> SETTING = Setting.text("drover.public-url", "");

  private static final int HTTP_PORT = 8080;

  private PublicAddress() {}

  /** The HTTP port of this server, as started. */
  public static int httpPort() {
    return Integer.getInteger("jboss.http.port", HTTP_PORT)
        + Integer.getInteger("jboss.socket.binding.port-offset", 0);
  }
}
