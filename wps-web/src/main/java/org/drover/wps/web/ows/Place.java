package org.drover.wps.web.ows;

/**
 * Where below {@code /wps} a request goes.
 *
 * @param protocols those that may answer there
 * @param rest what follows the protocol's own address
 * @param exists whether there is anything
 */
record Place(Protocols protocols, String rest, boolean exists) {

  static Place of(String pathInfo, Protocols all) {
    String path = pathInfo == null || pathInfo.equals("/") ? "" : pathInfo;
    if (path.isEmpty()) {
      return new Place(all, "", true);
    }
    int end = path.indexOf('/', 1);
    String version = end < 0 ? path.substring(1) : path.substring(1, end);
    String rest = end < 0 || end == path.length() - 1 ? "" : path.substring(end);
    return all.find(version)
        .map(protocol -> new Place(Protocols.only(protocol), rest, true))
        .orElseGet(() -> new Place(all, path, false));
  }
}
