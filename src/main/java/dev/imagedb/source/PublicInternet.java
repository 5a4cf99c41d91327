package dev.imagedb.source;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/// Which addresses belong to anybody's machine on the internet, rather than to this machine, its
/// network, or nobody: IANA's special-purpose address registries (RFC 6890 and its updates).
final class PublicInternet {
  /// The only IPv6 addresses that are given out. Outside lie, among others, loopback, link-local
  /// and unique local addresses, and the ones that carry an IPv4 address: mapped, compatible and
  /// NAT64.
  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

  private static final List<Block> SPECIAL =
      List.of(
          Block.of("0.0.0.0/8"), // this network; 0.0.0.0 reaches this machine
          Block.of("10.0.0.0/8"), // private
          Block.of("100.64.0.0/10"), // behind a carrier's NAT
          Block.of("127.0.0.0/8"), // loopback
          Block.of("169.254.0.0/16"), // link-local; a cloud's metadata at 169.254.169.254
          Block.of("172.16.0.0/12"), // private
          Block.of("192.0.0.0/24"), // protocol assignments
          Block.of("192.0.2.0/24"), // documentation
          Block.of("192.88.99.0/24"), // 6to4 relays, given up
          Block.of("192.168.0.0/16"), // private
          Block.of("198.18.0.0/15"), // benchmarks
          Block.of("198.51.100.0/24"), // documentation
          Block.of("203.0.113.0/24"), // documentation
          Block.of("224.0.0.0/4"), // multicast
          Block.of("240.0.0.0/4"), // reserved; broadcast
          Block.of("2001::/23"), // protocol assignments; Teredo carries IPv4 addresses
          Block.of("2001:db8::/32"), // documentation
          Block.of("2002::/16"), // 6to4 carries IPv4 addresses
          Block.of("3fff::/20")); // documentation

  private PublicInternet() {}

  static boolean contains(InetAddress address) {
    boolean givenOut = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
    return givenOut && SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  /// Addresses that begin with the same bits.
  private record Block(InetAddress first, int bits) {
    static Block of(String written) {
      int slash = written.indexOf('/');
      return new Block(
          InetAddress.ofLiteral(written.substring(0, slash)),
          Integer.parseInt(written.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
      byte[] ours = first.getAddress();
      byte[] theirs = address.getAddress();
      return ours.length == theirs.length
          && new BigInteger(ours)
                  .xor(new BigInteger(theirs))
                  .shiftRight(Byte.SIZE * ours.length - bits)
                  .signum()
              == 0;
    }
  }
}
