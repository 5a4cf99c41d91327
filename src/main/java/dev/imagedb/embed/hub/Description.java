package dev.imagedb.embed.hub;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// Gathers what the responses on the way to a file say of it. A large file's checksum and size
/// stand in `X-Linked-ETag` and `X-Linked-Size` of the redirect that leads to its bytes; a small
/// one's in the plain headers of the last response.
final class Description {
  private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

  private Optional<String> commit = Optional.empty();
  private Optional<Checksum> checksum = Optional.empty();
  private OptionalLong size = OptionalLong.empty();

  void add(HttpResponse<?> response, boolean redirect) {
    HttpHeaders headers = response.headers();
    commit = commit.or(() -> headers.firstValue("X-Repo-Commit").filter(HubCache::isCommit));
    String etag = headers.firstValue("ETag").orElse("");
    checksum = Checksum.ofEtag(headers.firstValue("X-Linked-ETag").orElse(etag)).or(() -> checksum);
    OptionalLong linked = bytes(headers, "X-Linked-Size");
    if (linked.isPresent()) {
      size = linked;
    } else if (!redirect && size.isEmpty()) {
      size = bytes(headers, "Content-Length");
    }
  }

  /// Nothing where the header holds no number of bytes.
  private static OptionalLong bytes(HttpHeaders headers, String name) {
    return headers
        .firstValue(name)
        .filter(BYTES.asMatchPredicate())
        .map(digits -> OptionalLong.of(Long.parseLong(digits)))
        .orElseGet(OptionalLong::empty);
  }

  boolean isComplete() {
    return commit.isPresent() && checksum.isPresent() && size.isPresent();
  }

  /// Empty where something is missing that a hub would say.
  Optional<RemoteFile> of(String name) {
    return isComplete()
        ? Optional.of(
            new RemoteFile(name, commit.orElseThrow(), checksum.orElseThrow(), size.orElseThrow()))
        : Optional.empty();
  }
}
