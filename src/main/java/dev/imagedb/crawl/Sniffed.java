package dev.imagedb.crawl;

import dev.imagedb.photo.ImageFormat;

/// What a file's first bytes say of it.
public sealed interface Sniffed {
  /// The bytes are a picture's, whatever the file is called.
  record Picture(ImageFormat format) implements Sniffed {}

  /// Something else, and nobody said otherwise: not worth a word.
  record NotAPicture() implements Sniffed {}

  /// Its name or its giver promised a picture, and the bytes do not keep the promise.
  ///
  /// @param reason as in [dev.imagedb.photo.Skipped]
  record Unrecognised(String reason) implements Sniffed {}

  /// It cannot be opened now, so that nobody can tell.
  ///
  /// @param reason as in [dev.imagedb.photo.Skipped]
  /// @param promised whether its name or its giver promised a picture; otherwise it is not worth a
  ///   word, unless it was one before
  record Unreadable(String reason, boolean promised) implements Sniffed {}
}
