package org.drover.wps.bench.figures;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an accepted job tells its status, below the server's root. */
final class StatusAddress {

  private static final Pattern LOCATION = Pattern.compile("statusLocation=\"([^\"]+)\"");

  private StatusAddress() {}

  static String in(String response) {
    Matcher location = LOCATION.matcher(response);
    if (!location.find()) {
      throw new IllegalStateException("no statusLocation in " + Details.shortened(response));
    }
    URI uri = URI.create(location.group(1).replace("&amp;", "&"));
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }
}
