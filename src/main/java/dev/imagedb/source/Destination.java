package dev.imagedb.source;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.function.Predicate;

/// Where a request may go. Asked before each request, redirects included: an address that is public
/// may lead to one that is not, and then it would be this machine that opens the door to what only
/// it can reach.
///
/// Every address of a name is looked at. The client looks the name up again when it connects, and
/// gets the same: Java keeps what was looked up for 30 seconds (`networkaddress.cache.ttl` in
/// `java.security`), so that a name which changes in between changes nothing. For the same reason
/// no proxy is used: it would look the name up by itself.
///
/// @param open which addresses may be asked
record Destination(Predicate<InetAddress> open) {
  static final Destination PUBLIC = new Destination(PublicInternet::contains);
  static final Destination ANYWHERE = new Destination(_ -> true);

  private static final String CURL = "curl -L URL | imagedb search --image -";

  /// Checks all that can be told without the network.
  ///
  /// @throws UserException for a scheme other than http and https, no host, or a user's name
  static void requireWellFormed(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw UserException.usage(
          "only http and https are fetched, not " + uri, "fetch it yourself: " + CURL);
    }
    if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 0xffff) {
      throw UserException.usage("no host can be told from " + uri, "https://example.org/cat.jpg");
    }
    if (uri.getRawUserInfo() != null) {
      throw UserException.usage(
          "no name and password are sent: leave out what stands before the @ of " + uri.getHost(),
          "fetch it yourself: " + CURL);
    }
  }

  /// The next request's place, after a redirect.
  ///
  /// @throws UserException where it may not be followed
  URI redirected(URI from, String location) throws IOException {
    URI next = resolve(from, location);
    requireWellFormed(next);
    if (isEncrypted(from) && !isEncrypted(next)) {
      throw UserException.failed(
          from + " leads from https to http, where anybody may have written the answer",
          "name what it leads to, if you trust it: " + next);
    }
    return next;
  }

  private static URI resolve(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("it redirects to what is no address", e);
    }
  }

  /// Looks the host up, and checks all of its addresses.
  ///
  /// @throws UserException where one of them may not be asked
  /// @throws java.net.UnknownHostException where it has none
  void requireOpen(URI uri) throws IOException {
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      if (!open.test(address)) {
        throw UserException.failed(
            "%s is not on the public internet (%s)".formatted(uri, address.getHostAddress()),
            "--allow-private, if you trust it");
      }
    }
  }

  private static boolean isEncrypted(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }
}
