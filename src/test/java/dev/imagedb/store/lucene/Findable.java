package dev.imagedb.store.lucene;

import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;

/// A database of pictures, and which of them a query finds.
final class Findable implements Closeable {
  private static final VectorSpace SPACE = TestPhotos.space("test", 2);

  private final DatabaseFolder folder;
  private final Directory directory;
  private final DirectoryReader index;
  private final List<String> keys;

  private Findable(Path location) throws IOException {
    folder = new DatabaseFolder(location);
    directory = folder.open();
    index = DirectoryReader.open(directory);
    SortedDocValues paths = MultiDocValues.getSortedValues(index, Fields.PATH);
    keys = IntStream.range(0, index.maxDoc()).mapToObj(doc -> key(paths, doc)).toList();
  }

  private static String key(SortedDocValues paths, int doc) {
    try {
      return paths.advanceExact(doc) ? paths.lookupOrd(paths.ordValue()).utf8ToString() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes pictures into a new database.
  static Findable of(Path location, List<Photo> photos) {
    try (PhotoWriter writer = new LuceneStore(location).writer(SPACE, false)) {
      photos.forEach(
          photo -> writer.put(photo, photo.readable() ? TestPhotos.atCosine(1, 2) : null));
      writer.commit();
    }
    try {
      return new Findable(location);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PathKeys pathKeys() {
    return folder.keys();
  }

  /// The names of the files that a query finds, in order.
  List<String> names(Query query) {
    return keys(query).map(key -> key.substring(key.lastIndexOf('/') + 1)).sorted().toList();
  }

  /// The keys of the pictures that a query finds.
  Stream<String> keys(Query query) {
    try {
      ScoreDoc[] found = new IndexSearcher(index).search(query, index.maxDoc()).scoreDocs;
      return Stream.of(found).map(hit -> keys.get(hit.doc));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
    directory.close();
  }
}
