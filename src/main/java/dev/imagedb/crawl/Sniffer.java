package dev.imagedb.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;

/// Tells pictures from other files by their first bytes, not by their names. Keeps nothing, so any
/// number of threads may share one.
public final class Sniffer {

  /// Opens the file for its first bytes, unless it has none: in `/proc` and its like, files that
  /// are empty by their size may be anything, and some never end.
  public Sniffed sniff(CrawledFile file) {
    try {
      return file.facts().size() == 0 ? sniff(file, new byte[0]) : sniff(file, head(file));
    } catch (IOException e) {
      return unreadable(file, Reason.of(e));
    }
  }

  /// A pipe that took the place of a file since the crawl saw it would keep its reader forever.
  private static byte[] head(CrawledFile file) throws IOException {
    Path path = file.facts().path();
    if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
      throw new FileSystemException(path.toString(), null, "it is no file any more");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(ImageFormat.HEAD_LENGTH);
    }
  }

  /// What is said of a file that cannot be opened now.
  ///
  /// @param reason as in [dev.imagedb.photo.Skipped]
  public static Sniffed unreadable(CrawledFile file, String reason) {
    return new Sniffed.Unreadable(reason, promised(file));
  }

  /// Judges bytes that were read already.
  ///
  /// @param head the file's first [ImageFormat#HEAD_LENGTH] bytes or more, fewer if it is shorter
  public Sniffed sniff(CrawledFile file, byte[] head) {
    Optional<ImageFormat> format = ImageFormat.of(head, file.facts().path());
    if (format.isPresent()) {
      return new Sniffed.Picture(format.get());
    }
    return promised(file)
        ? new Sniffed.Unrecognised(whatIsWrongWith(head))
        : new Sniffed.NotAPicture();
  }

  private static boolean promised(CrawledFile file) {
    return file.named() || ImageFormat.promisedBy(file.facts().path()).isPresent();
  }

  private static String whatIsWrongWith(byte[] head) {
    if (head.length == 0) {
      return "the file is empty";
    }
    String start = new String(head, ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "it holds a web page, not a picture; download it again";
    }
    return "its first bytes are no picture's";
  }
}
