package dev.imagedb.crawl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Tells pictures from other files by their first bytes, not by their names. Keeps nothing, so any
/// number of threads may share one.
public final class Sniffer {

  /// Opens the file for its first bytes. A file that cannot be opened is
  /// [Unrecognised][Sniffed.Unrecognised] where it promised to be a picture.
  public Sniffed sniff(CrawledFile file) {
    try (InputStream in = Files.newInputStream(file.facts().path())) {
      return sniff(file, in.readNBytes(ImageFormat.HEAD_LENGTH));
    } catch (IOException e) {
      return disappointed(file, Reason.of(e));
    }
  }

  /// Judges bytes that were read already.
  ///
  /// @param head the file's first [ImageFormat#HEAD_LENGTH] bytes or more, fewer if it is shorter
  public Sniffed sniff(CrawledFile file, byte[] head) {
    return ImageFormat.of(head, extensionOf(file))
        .<Sniffed>map(Sniffed.Picture::new)
        .orElseGet(() -> disappointed(file, whatIsWrongWith(head)));
  }

  private static Sniffed disappointed(CrawledFile file, String reason) {
    boolean promised = file.named() || ImageFormat.ofExtension(extensionOf(file)).isPresent();
    return promised ? new Sniffed.Unrecognised(reason) : new Sniffed.NotAPicture();
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

  private static String extensionOf(CrawledFile file) {
    Path path = file.facts().path();
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }
}
