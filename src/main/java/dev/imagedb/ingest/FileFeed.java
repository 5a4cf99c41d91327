package dev.imagedb.ingest;

import dev.imagedb.crawl.CrawledFile;
import dev.imagedb.crawl.Crawler;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Hands the crawl's files out to many threads, one each, and remembers which there were.
final class FileFeed implements AutoCloseable {
  private final Stream<CrawledFile> files;
  private final Iterator<CrawledFile> iterator;
  private final Set<Path> given = new HashSet<>();

  FileFeed(Crawler crawler) {
    this.files = crawler.files();
    this.iterator = files.iterator();
  }

  /// The next file, or nothing at the crawl's end.
  synchronized Optional<CrawledFile> next() {
    if (!iterator.hasNext()) {
      return Optional.empty();
    }
    CrawledFile file = iterator.next();
    given.add(file.facts().path());
    return Optional.of(file);
  }

  /// Whether the crawl came by a file.
  synchronized boolean gave(Path path) {
    return given.contains(path);
  }

  @Override
  public void close() {
    files.close();
  }
}
