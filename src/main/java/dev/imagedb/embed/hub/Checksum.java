package dev.imagedb.embed.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The checksum that the hub gives as a file's ETag: the SHA-256 of a large file (Git LFS), the
/// SHA-1 of a small one as [git's blob
/// object](https://git-scm.com/book/en/v2/Git-Internals-Git-Objects).
///
/// @param hex lower case, 64 or 40 digits; also the blob's name in the cache
record Checksum(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{40}");

  Checksum {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("no SHA-256 and no git blob hash: " + hex);
    }
  }

  /// Reads an ETag (RFC 9110, 8.8.3), weak or strong. Empty where it is no checksum.
  static Optional<Checksum> ofEtag(String etag) {
    String value = etag.replaceFirst("^W/", "").replace("\"", "");
    return Optional.of(value).filter(FORM.asMatchPredicate()).map(Checksum::new);
  }

  /// The checksum of the same kind that the file really has.
  Checksum of(Path file) throws IOException {
    boolean large = hex.length() == 64;
    MessageDigest digest = digest(large ? "SHA-256" : "SHA-1");
    if (!large) {
      digest.update(("blob " + Files.size(file) + "\0").getBytes(US_ASCII));
    }
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return new Checksum(HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has " + algorithm, e);
    }
  }
}
