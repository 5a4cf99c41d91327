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

  /// Its name or its giver promised a picture, and it cannot be opened now.
  ///
  /// @param reason as in [dev.imagedb.photo.Skipped]
  record Unreadable(String reason) implements Sniffed {}
}
