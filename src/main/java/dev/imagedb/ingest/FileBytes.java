package dev.imagedb.ingest;

import dev.imagedb.photo.FileFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads whole files, which others may write to, replace or take away meanwhile.
final class FileBytes {
  /// A file larger than this is no photograph, and would not fit into an array twice over.
  private static final long LARGEST = 1L << 30;

  private FileBytes() {}

  /// A file was not what the crawl saw, or is too large; the message is a reason, as in
  /// [dev.imagedb.photo.Skipped].
  static final class UnfitException extends IOException {
    private static final long serialVersionUID = 1L;

    UnfitException(String reason) {
      super(reason);
    }
  }

  /// The bytes of a file, if it was before and after as the crawl saw it: half of an old picture
  /// and half of a new one are neither.
  ///
  /// What is empty is not opened: in `/proc` and its like, such files have no end.
  ///
  /// @throws UnfitException where it was not, or is too large
  /// @throws IOException if it cannot be read
  static byte[] read(FileFacts file) throws IOException {
    if (file.size() > LARGEST) {
      throw new UnfitException("it is larger than a gigabyte");
    }
    requireUnchanged(file);
    if (file.size() == 0) {
      return new byte[0];
    }
    byte[] bytes = open(file);
    requireUnchanged(file);
    return bytes;
  }

  private static byte[] open(FileFacts file) throws IOException {
    byte[] bytes = new byte[(int) file.size()];
    try (InputStream in = Files.newInputStream(file.path())) {
      int length = in.readNBytes(bytes, 0, bytes.length);
      if (length < bytes.length || in.read() >= 0) {
        throw changed();
      }
    }
    return bytes;
  }

  private static void requireUnchanged(FileFacts file) throws IOException {
    if (!facts(file.path()).equals(file)) {
      throw changed();
    }
  }

  /// A file as it is now.
  ///
  /// @throws UnfitException where it is none any more
  static FileFacts facts(Path path) throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    if (!now.isRegularFile()) {
      throw changed();
    }
    return new FileFacts(path, now.size(), now.lastModifiedTime().toInstant());
  }

  private static UnfitException changed() {
    return new UnfitException("it changed while it was read; index again");
  }
}
