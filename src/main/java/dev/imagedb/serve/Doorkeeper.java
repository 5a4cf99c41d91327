package dev.imagedb.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at who asks, before anything is answered.
///
/// Any page in a browser can send requests to this machine, so it does not suffice that nobody else
/// can reach the port. A name that is not ours may be a stranger's that now points here (DNS
/// rebinding), whose pages the browser would let read our answers; an address cannot be one. What
/// another site's page sends is told by `Sec-Fetch-Site` and `Origin`.
///
/// @param names what this machine is called, lower-case, beside its addresses and `localhost`
/// @param token what must be known; empty for none
/// @param cookie where a browser keeps it
record Doorkeeper(Set<String> names, Optional<String> token, String cookie) {
  private static final Pattern HOST =
      Pattern.compile("(?<name>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::\\d{1,5})?");
  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(?:\\.\\d{1,3}){3}");
  private static final String BEARER = "Bearer ";
  private static final int A_YEAR = 31_536_000;

  Doorkeeper {
    names = Set.copyOf(names);
  }

  /// What a request is answered with at the door; empty where it may come in.
  ///
  /// @throws Refusal where it may not
  Optional<Reply> meet(Request request) {
    requireOurName(request);
    requireOurPage(request);
    Optional<String> shown = request.parameters().value("token");
    if (token.isPresent() && shown.filter(this::isToken).isPresent() && isPage(request)) {
      return Optional.of(Reply.seeOther("/").with("Set-Cookie", cookieFor(token.get())));
    }
    requireToken(request);
    return Optional.empty();
  }

  private void requireOurName(Request request) {
    String host = request.header("Host").orElse("");
    Matcher form = HOST.matcher(host);
    if (!form.matches() || !isOurs(form.group("name").toLowerCase(Locale.ROOT))) {
      throw Refusal.of(421, "this is not the host \"" + host + "\"");
    }
  }

  private boolean isOurs(String name) {
    return name.equals("localhost") || names.contains(name) || ADDRESS.matcher(name).matches();
  }

  private static void requireOurPage(Request request) {
    boolean asked = request.header("Sec-Fetch-Site").filter(site -> !isOurSite(site)).isPresent();
    boolean sent = request.header("Origin").filter(page -> !isOurPage(page, request)).isPresent();
    if (sent || (asked && !isFollowedLink(request))) {
      throw Refusal.of(403, "a page of another site may not ask");
    }
  }

  /// `none` is the address bar.
  private static boolean isOurSite(String site) {
    return site.equals("same-origin") || site.equals("none");
  }

  /// A proxy in front may speak TLS.
  private static boolean isOurPage(String origin, Request request) {
    String host = request.header("Host").orElse("");
    return origin.equals("http://" + host) || origin.equals("https://" + host);
  }

  /// Whoever follows a link to the page leaves the other site.
  private static boolean isFollowedLink(Request request) {
    return isPage(request)
        && request.header("Sec-Fetch-Mode").filter("navigate"::equals).isPresent()
        && request.header("Sec-Fetch-Dest").filter("document"::equals).isPresent();
  }

  private static boolean isPage(Request request) {
    return request.method().equals("GET") && request.path().equals("/");
  }

  private void requireToken(Request request) {
    if (token.isPresent()
        && bearer(request).filter(this::isToken).isEmpty()
        && kept(request).filter(this::isToken).isEmpty()) {
      throw Refusal.of(
          401,
          "a token is wanted: open the address that imagedb serve printed",
          "WWW-Authenticate",
          "Bearer");
    }
  }

  private static Optional<String> bearer(Request request) {
    return request
        .header("Authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private Optional<String> kept(Request request) {
    return request.header("Cookie").stream()
        .flatMap(all -> Arrays.stream(all.split(";")))
        .map(String::strip)
        .filter(pair -> pair.startsWith(cookie + "="))
        .map(pair -> pair.substring(cookie.length() + 1))
        .findFirst();
  }

  /// In the same time whatever is shown, so that it cannot be guessed letter by letter.
  private boolean isToken(String shown) {
    return token
        .filter(right -> MessageDigest.isEqual(right.getBytes(UTF_8), shown.getBytes(UTF_8)))
        .isPresent();
  }

  private String cookieFor(String word) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict".formatted(cookie, word, A_YEAR);
  }
}
