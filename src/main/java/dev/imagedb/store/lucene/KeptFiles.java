package dev.imagedb.store.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.util.IOUtils;

/// Keeps the files of a commit in a folder of their own, before anything is taken out of it. Lucene
/// never changes a file that it has written, so that a link is as good as a copy, and costs nothing
/// until the index has written the rest anew.
///
/// @param location the database's folder
record KeptFiles(Path location) {
  static final String PREFIX = "before-repair-";

  /// Keeps them, and gives the folder.
  Path keep(SegmentInfos commit) throws IOException {
    Path kept = Files.createTempDirectory(location, PREFIX + commit.getGeneration() + "-");
    for (String name : commit.files(true)) {
      if (Files.exists(location.resolve(name))) {
        keep(location.resolve(name), kept.resolve(name));
      }
    }
    IOUtils.fsync(kept, /* isDir= */ true);
    return kept;
  }

  private static void keep(Path file, Path copy) throws IOException {
    try {
      Files.createLink(copy, file);
    } catch (IOException | UnsupportedOperationException _) {
      // This file system has no links.
      Files.copy(file, copy);
      IOUtils.fsync(copy, /* isDir= */ false);
    }
  }
}
