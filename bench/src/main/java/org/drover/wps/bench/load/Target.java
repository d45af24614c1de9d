package org.drover.wps.bench.load;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * What is asked, and how a right answer is known.
 *
 * @param requests whole HTTP requests, sent one after the other, then from the first again
 * @param sign what the beginning of each answer's body contains
 */
public record Target(String name, InetSocketAddress address, List<byte[]> requests, String sign) {
  public Target {
    requests = List.copyOf(requests);
  }
}
