package org.drover.wps.config;

/** The address clients reach this server at, such as {@code https://wps.example.org}. */
public final class PublicAddress {

  /** As set; empty when it is to be found out by request. */
  public static final Setting<String> SETTING = Setting.text("drover.public-url", "");

  private static final int HTTP_PORT = 8080;

  private PublicAddress() {}

  /** As set, else that of a server started on this machine with these ports. */
  public static String orLocal() {
    String set = SETTING.get();
    return set.isEmpty() ? "http://localhost:" + httpPort() : set;
  }

  private static int httpPort() {
    return Integer.getInteger("jboss.http.port", HTTP_PORT)
        + Integer.getInteger("jboss.socket.binding.port-offset", 0);
  }
}
