package org.drover.wps.web.ows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The addresses whose forwarding headers are believed. */
final class TrustedProxies {

  private final List<Block> blocks;

  private TrustedProxies(List<Block> blocks) {
    this.blocks = blocks;
  }

  /**
   * Reads a comma list of IP addresses and CIDR blocks, such as {@code 127.0.0.1, 10.1.0.0/16}.
   *
   * @throws IllegalArgumentException if an entry is a host name or no address
   */
  static TrustedProxies of(String list) {
    return new TrustedProxies(
        Arrays.stream(list.split(",", -1))
            .map(String::trim)
            .filter(entry -> !entry.isEmpty())
            .map(Block::of)
            .toList());
  }

  boolean isEmpty() {
    return blocks.isEmpty();
  }

  boolean contains(String address) {
    byte[] octets = literalOctets(address);
    return blocks.stream().anyMatch(block -> block.contains(octets));
  }

  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  private record Block(byte[] octets, int bits) {

    static Block of(String entry) {
      int slash = entry.indexOf('/');
      byte[] octets = literalOctets(slash < 0 ? entry : entry.substring(0, slash));
      int bits = slash < 0 ? octets.length * 8 : Integer.parseInt(entry.substring(slash + 1));
      return new Block(octets, bits);
    }

    boolean contains(byte[] address) {
      if (address.length != octets.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (octets[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static byte[] literalOctets(String literal) {
    if (!literal.matches("[0-9.]+|[0-9A-Fa-f:.]+(%.*)?")) {
      throw new IllegalArgumentException("'" + literal + "' is not an IP address");
    }
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'" + literal + "' is not an IP address", e);
    }
  }
}
