package dev.imagedb.store.lucene;

import dev.imagedb.photo.Photo;
import dev.imagedb.store.PhotoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Writes documents. Lucene's writer takes documents from many threads at once and writes them in
/// as many segments; only the mark is guarded here.
final class LucenePhotoWriter implements PhotoWriter {
  private final IndexAccess access;
  private final PathKeys keys;
  private final Directory directory;
  private final IndexWriter index;
  private final PhotoBytes photos;
  private final VectorField field;
  private DatabaseMark mark;

  /// Takes over the directory and the index, and closes both.
  ///
  /// @param mark what the next commit says
  LucenePhotoWriter(
      DatabaseFolder folder, Directory directory, IndexWriter index, DatabaseMark mark) {
    this.access = folder.access();
    this.keys = folder.keys();
    this.directory = directory;
    this.index = index;
    this.photos = new PhotoBytes(keys);
    this.field = VectorField.of(mark.space());
    this.mark = mark;
  }

  @Override
  public void put(Photo photo, float @Nullable [] vector) {
    if (photo.readable() != (vector != null)) {
      throw new IllegalArgumentException(
          "a picture has a vector or a problem, and not both: " + photo.file().path());
    }
    String key = keys.key(photo.file().path());
    access.write(
        () -> {
          Document document = PhotoDocument.of(photo, key, photos.write(photo));
          if (vector != null) {
            field.check(vector);
            PhotoDocument.addVector(document, field, vector);
          }
          index.updateDocument(new Term(Fields.PATH, key), document);
        });
  }

  @Override
  public void remove(Path path) {
    String key = keys.key(path.toAbsolutePath().normalize());
    access.write(() -> index.deleteDocuments(new Term(Fields.PATH, key)));
  }

  @Override
  public synchronized void addPrecision(String precision) {
    setMark(mark.withPrecision(precision));
  }

  @Override
  public synchronized void setPrecision(String precision) {
    setMark(mark.withPrecisionOnly(precision));
  }

  @Override
  public synchronized void addRoots(Collection<Path> roots) {
    setMark(mark.withRoots(roots));
  }

  @Override
  public synchronized List<Path> removeRoots(Collection<Path> folders) {
    List<Path> all = folders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
    List<Path> gone =
        mark.roots().stream().filter(root -> all.stream().anyMatch(root::startsWith)).toList();
    setMark(mark.withoutRoots(gone));
    return gone;
  }

  private void setMark(DatabaseMark next) {
    if (!next.equals(mark)) {
      mark = next;
      index.setLiveCommitData(mark.commitData(keys).entrySet());
    }
  }

  @Override
  public synchronized void commit() {
    access.write(index::commit);
  }

  /// Waits for merges that run in the background, unless there is something to be thrown away.
  @Override
  public synchronized void close() {
    access.write(
        () -> {
          try (directory) {
            closeIndex();
          }
        });
  }

  private void closeIndex() throws IOException {
    try {
      if (!index.isOpen() || !index.hasUncommittedChanges()) {
        index.close();
      }
    } finally {
      // What close left open as it failed, the lock above all, this closes; else it does nothing.
      index.rollback();
      if (index.getTragicException() != null) {
        leaveOnlyTheLastCommit();
      }
    }
  }

  /// A writer that failed leaves what it was writing, and a full disk stays full. One that is
  /// opened removes all that no commit names.
  private void leaveOnlyTheLastCommit() {
    try {
      new IndexWriter(directory, new IndexWriterConfig()).rollback();
    } catch (IOException _) {
      // What failed first is told; the next run removes the rest.
    }
  }
}
