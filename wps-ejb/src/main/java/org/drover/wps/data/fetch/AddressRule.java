package org.drover.wps.data.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are public: those of the global unicast ranges that IANA has not set aside for a
 * purpose of their own, such as private networks, documentation, or reaching IPv4 through IPv6.
 */
final class AddressRule {

  private static final List<Block> NOT_PUBLIC_4 =
      List.of(
          block(8, 0),
          block(8, 10),
          block(10, 100, 64),
          block(8, 127),
          block(16, 169, 254),
          block(12, 172, 16),
          block(24, 192, 0, 0),
          block(24, 192, 0, 2),
          block(24, 192, 88, 99),
          block(16, 192, 168),
          block(15, 198, 18),
          block(24, 198, 51, 100),
          block(24, 203, 0, 113),
          block(3, 224));

  private static final Block GLOBAL_6 = block(3, 0x20);

  private static final List<Block> NOT_PUBLIC_6 =
      List.of(
          block(23, 0x20, 0x01, 0x00),
          block(32, 0x20, 0x01, 0x0d, 0xb8),
          block(16, 0x20, 0x02),
          block(20, 0x3f, 0xff, 0x00));

  private AddressRule() {}

  /** Addresses that begin with these bits. */
  private record Block(int bits, List<Integer> prefix) {
    private boolean contains(byte[] address) {
      for (int i = 0; i < bits; i++) {
        int wanted = i / 8 < prefix.size() ? prefix.get(i / 8) : 0;
        if (bit(address[i / 8], i % 8) != bit(wanted, i % 8)) {
          return false;
        }
      }
      return true;
    }

    private static int bit(int octet, int index) {
      return octet >> (7 - index) & 1;
    }
  }

  private static Block block(int bits, Integer... prefix) {
    return new Block(bits, List.of(prefix));
  }

  static boolean isPublic(InetAddress address) {
    byte[] octets = address.getAddress();
    if (address instanceof Inet4Address) {
      return NOT_PUBLIC_4.stream().noneMatch(it -> it.contains(octets));
    }
    return GLOBAL_6.contains(octets) && NOT_PUBLIC_6.stream().noneMatch(it -> it.contains(octets));
  }
}
