package dev.imagedb.crawl;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.imagedb.limit.TimeLimit;
import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A folder `/photos` in memory, and what a crawl finds in it.
final class FakeTree {
  /// Longer than any test takes.
  static final TimeLimit LIMIT = new TimeLimit(TimeLimit.USUAL, 1, () -> false);

  private final FileSystem fileSystem = Jimfs.newFileSystem(Configuration.unix());
  final Path root = fileSystem.getPath("/photos");
  final List<Skipped> skipped = new ArrayList<>();

  FakeTree(String... files) {
    for (String file : files) {
      write(file, "x");
    }
  }

  FakeTree write(String file, String content) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FakeTree link(String link, String target) throws IOException {
    Files.createSymbolicLink(root.resolve(link), fileSystem.getPath(target));
    return this;
  }

  Path at(String path) {
    return root.resolve(path);
  }

  CrawlRequest request() {
    return CrawlRequest.of(root);
  }

  CrawlRequest including(String... globs) {
    return new CrawlRequest(List.of(root), List.of(globs), List.of(), Set.of(), false, false);
  }

  CrawlRequest excluding(String... globs) {
    return new CrawlRequest(List.of(root), List.of(), List.of(globs), Set.of(), false, false);
  }

  CrawlRequest followingLinks() {
    return new CrawlRequest(List.of(root), List.of(), List.of(), Set.of(), false, true);
  }

  /// What is found, relative to `/photos`.
  List<String> found(CrawlRequest request) {
    return found(crawler(request));
  }

  Crawler crawler(CrawlRequest request) {
    return crawler(request, Listing::ofDisk);
  }

  Crawler crawler(CrawlRequest request, Listing listing) {
    return new Crawler(request, skipped::add, LIMIT, listing);
  }

  List<String> found(Crawler crawler) {
    return crawler.files().map(file -> root.relativize(file.facts().path()).toString()).toList();
  }
}
