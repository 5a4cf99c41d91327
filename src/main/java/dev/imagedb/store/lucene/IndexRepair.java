package dev.imagedb.store.lucene;

import dev.imagedb.store.Damage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;

/// Takes out of an index what is damaged, in one commit that is there as a whole or not at all.
///
/// @param directory locked already
record IndexRepair(Directory directory) {

  /// Leaves out segments that cannot be read. Their files stay until the next commit.
  void dropParts(List<Damage> damages) throws IOException {
    Set<String> names =
        damages.stream()
            .filter(Damage.Part.class::isInstance)
            .map(damage -> ((Damage.Part) damage).name())
            .collect(Collectors.toSet());
    removeUnfinishedCommit();
    SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
    for (SegmentCommitInfo part : List.copyOf(commit.asList())) {
      if (names.contains(part.info.name)) {
        commit.remove(part);
      }
    }
    commit.changed();
    commit.commit(directory);
  }

  /// What was killed before its commit had a name left a file in the way of the next one. Lucene
  /// tidies up where it opens an index to write, which it does not where parts are damaged.
  private void removeUnfinishedCommit() throws IOException {
    for (String name : directory.listAll()) {
      if (name.startsWith(IndexFileNames.PENDING_SEGMENTS)) {
        directory.deleteFile(name);
      }
    }
  }

  /// Removes documents by their numbers, which stay what they are as long as nothing is merged.
  void dropDocuments(List<Flaw> flaws) throws IOException {
    IndexWriterConfig still =
        new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE).setCommitOnClose(false);
    try (IndexWriter writer = new IndexWriter(directory, still);
        DirectoryReader index = DirectoryReader.open(writer)) {
      for (Flaw flaw : flaws) {
        for (int doc : flaw.documents()) {
          if (writer.tryDeleteDocument(index, doc) < 0) {
            throw new IOException("document " + doc + " has moved while it was removed");
          }
        }
      }
      writer.commit();
    }
  }
}
