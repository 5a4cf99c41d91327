package dev.imagedb.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;

/// Tells pictures from other files by their first bytes, not by their names. Keeps nothing, so any
/// number of threads may share one.
public final class Sniffer {

  /// Opens the file for its first bytes.
  public Sniffed sniff(CrawledFile file) {
    try (InputStream in = Files.newInputStream(file.facts().path())) {
      return sniff(file, in.readNBytes(ImageFormat.HEAD_LENGTH));
    } catch (IOException e) {
      return new Sniffed.Unreadable(Reason.of(e), promised(file));
    }
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
