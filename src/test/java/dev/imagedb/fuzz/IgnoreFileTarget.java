package dev.imagedb.fuzz;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.crawl.Crawler;
import dev.imagedb.limit.TimeLimit;
import java.nio.file.Files;
import java.nio.file.Path;

/// Any `.imagedbignore` lets a folder be gone through.
public final class IgnoreFileTarget {
  private static final TimeLimit LIMIT = new TimeLimit(TimeLimit.USUAL, 1, () -> false);

  private IgnoreFileTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] rules) {
    InMemory.folder(
        root -> {
          Path folder = Files.createDirectories(root.resolve("2019"));
          Files.write(root.resolve(".imagedbignore"), rules);
          Files.createFile(folder.resolve("[a] dog*.jpg"));
          long found = new Crawler(CrawlRequest.of(root), _ -> {}, LIMIT).files().count();
          if (found > 1) {
            throw new AssertionError("files that are not there: " + found);
          }
        });
  }
}
