package dev.imagedb.store.lucene;

import dev.imagedb.store.Damage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.CheckIndex.Status.SegmentInfoStatus;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/// Whether the segments of an index can be read: every file against its checksum, and every part of
/// a segment against the others, as Lucene's own `CheckIndex` does it.
///
/// @param documents that all segments hold, but for those that were removed
/// @param damages one a segment that cannot be read
record SegmentsCheck(long documents, List<Damage> damages) {
  private static final Pattern FILE = Pattern.compile("path=\".*?([^/\\\\\"]+)\"");

  /// For whoever has locked the folder already, or knows that it cannot be written.
  private static final Lock NONE =
      new Lock() {
        @Override
        public void ensureValid() {}

        @Override
        public void close() {}
      };

  static SegmentsCheck of(Directory directory, SegmentInfos commit) throws IOException {
    try (CheckIndex check = new CheckIndex(directory, NONE)) {
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      List<Damage> damages =
          check.checkIndex().segmentInfos.stream()
              .filter(segment -> segment.error != null)
              .map(segment -> damage(segment, commit))
              .toList();
      return new SegmentsCheck(documents(commit), damages);
    }
  }

  private static Damage damage(SegmentInfoStatus segment, SegmentInfos commit) {
    int documents =
        commit.asList().stream()
            .filter(part -> part.info.name.equals(segment.name))
            .mapToInt(SegmentsCheck::documents)
            .sum();
    return new Damage.Part(segment.name, documents, reason(segment.error));
  }

  private static long documents(SegmentInfos commit) {
    return commit.asList().stream().mapToLong(SegmentsCheck::documents).sum();
  }

  private static int documents(SegmentCommitInfo part) {
    return part.info.maxDoc() - part.getDelCount();
  }

  private static String reason(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return switch (root) {
      case NoSuchFileException gone -> "a file is gone: " + gone.getFile();
      case CorruptIndexException corrupt -> reason(corrupt);
      default -> String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    };
  }

  /// Without the two sums, and with the file's name alone of what Lucene tells of the place.
  static String reason(CorruptIndexException corrupt) {
    String what = corrupt.getOriginalMessage().replaceFirst(" : expected=.*", "");
    Matcher file = FILE.matcher(corrupt.getResourceDescription());
    return file.find() ? what + " in " + file.group(1) : what;
  }
}
