package dev.imagedb.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of something that was asked for (RFC 9110, section 14).
///
/// @param from the first byte
/// @param length how many bytes, 1 or more
record ByteRange(long from, long length) {
  /// One range; whoever asks for several gets the whole, as the RFC allows.
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /// What a `Range` header asks for; empty where it is to be passed over.
  ///
  /// @param size of the whole
  /// @throws Refusal where nothing of that is there
  static Optional<ByteRange> parse(String header, long size) {
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    long from = first(form, size);
    long last = last(form, size);
    if (from > last && from < size && !form.group(1).isEmpty()) {
      return Optional.empty();
    }
    if (from > last) {
      throw Refusal.of(
          416, "there are only " + size + " bytes", "Content-Range", "bytes */" + size);
    }
    return Optional.of(new ByteRange(from, last - from + 1));
  }

  private static long first(Matcher form, long size) {
    return form.group(1).isEmpty()
        ? Math.max(0, size - Long.parseLong(form.group(2)))
        : Long.parseLong(form.group(1));
  }

  private static long last(Matcher form, long size) {
    boolean open = form.group(1).isEmpty() || form.group(2).isEmpty();
    return open ? size - 1 : Math.min(size - 1, Long.parseLong(form.group(2)));
  }

  /// `bytes 0-99/1234`.
  String of(long size) {
    return "bytes %d-%d/%d".formatted(from, from + length - 1, size);
  }
}
