package dev.imagedb.fuzz;

import dev.imagedb.crawl.CrawledFile;
import dev.imagedb.crawl.Sniffed;
import dev.imagedb.crawl.Sniffer;
import dev.imagedb.photo.FileFacts;
import java.nio.file.Path;
import java.time.Instant;

/// Any first bytes are told apart, and what they are called makes no other picture of them.
public final class SnifferTarget {
  private static final Sniffer SNIFFER = new Sniffer();
  private static final CrawledFile WITHOUT_NAME = named("picture");
  private static final CrawledFile AS_JPEG = named("picture.jpg");

  private SnifferTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] head) {
    Sniffed plain = SNIFFER.sniff(WITHOUT_NAME, head);
    Sniffed promised = SNIFFER.sniff(AS_JPEG, head);
    boolean same =
        plain instanceof Sniffed.NotAPicture
            ? promised instanceof Sniffed.Unrecognised
            : promised.equals(plain);
    if (!same) {
      throw new AssertionError(plain + " is called .jpg: " + promised);
    }
  }

  private static CrawledFile named(String name) {
    return new CrawledFile(new FileFacts(Path.of(name).toAbsolutePath(), 1, Instant.EPOCH), false);
  }
}
