package dev.imagedb.store.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;

/// The files of one commit, held open, so that they can be read however often another process
/// commits meanwhile and removes them.
final class IndexCopy implements Closeable {
  private final SegmentInfos commit;
  private final Map<String, IndexInput> files;

  private IndexCopy(SegmentInfos commit, Map<String, IndexInput> files) {
    this.commit = commit;
    this.files = files;
  }

  /// Opens the last commit.
  ///
  /// @throws IOException where a file of it is not there, though it is the last
  static IndexCopy of(DatabaseFolder folder, Directory directory) throws IOException {
    while (true) {
      SegmentInfos commit = folder.lastCommit(directory);
      try {
        return new IndexCopy(commit, open(commit, directory));
      } catch (NoSuchFileException gone) {
        if (folder.lastCommit(directory).getGeneration() == commit.getGeneration()) {
          throw gone;
        }
      }
    }
  }

  private static Map<String, IndexInput> open(SegmentInfos commit, Directory directory)
      throws IOException {
    Map<String, IndexInput> files = new LinkedHashMap<>();
    try {
      for (String name : commit.files(true)) {
        files.put(name, directory.openInput(name, IOContext.READONCE));
      }
      return files;
    } catch (IOException e) {
      IOUtils.closeWhileHandlingException(files.values());
      throw e;
    }
  }

  /// How many documents it holds.
  long documents() {
    return commit.asList().stream()
        .mapToLong(part -> part.info.maxDoc() - part.getDelCount())
        .sum();
  }

  long bytes() {
    return files.values().stream().mapToLong(IndexInput::length).sum();
  }

  /// Compares every file with the checksum at its end, before any is copied.
  void verify() throws IOException {
    for (IndexInput file : files.values()) {
      CodecUtil.checksumEntireFile(file);
      file.seek(0);
    }
  }

  /// Copies all to an empty directory, and compares each copy with the checksum at its end.
  void into(Directory target) throws IOException {
    for (Map.Entry<String, IndexInput> file : files.entrySet()) {
      try (IndexOutput out = target.createOutput(file.getKey(), IOContext.DEFAULT)) {
        out.copyBytes(file.getValue(), file.getValue().length());
      }
      try (IndexInput copy = target.openInput(file.getKey(), IOContext.READONCE)) {
        CodecUtil.checksumEntireFile(copy);
      }
    }
    target.sync(files.keySet());
    target.syncMetaData();
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(files.values());
  }
}
