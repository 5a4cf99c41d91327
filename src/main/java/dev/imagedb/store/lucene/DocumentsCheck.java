package dev.imagedb.store.lucene;

import dev.imagedb.photo.Photo;
import dev.imagedb.store.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Whether documents agree with themselves and with each other: a picture is stored once, its
/// record can be read and names the path that it is found by, and it has a vector of unit length
/// and of the right dimension unless it could not be read.
final class DocumentsCheck {
  /// How far the length of a vector may be from 1: a thousand times what rounding to 24 bits makes.
  private static final double TOLERANCE = 1e-3;

  private final DatabaseFolder folder;
  private final PathKeys keys;
  private final PhotoBytes photos;
  private final VectorField field;
  private final DirectoryReader index;
  private final @Nullable Bits live;
  private final FixedBitSet withVector;

  /// What is wrong, by document; a document that has two faults is told of once.
  private final Map<Integer, Flaw> flaws = new TreeMap<>();

  /// @param mark of the commit that is read
  DocumentsCheck(DatabaseFolder folder, DatabaseMark mark, DirectoryReader index) {
    this.folder = folder;
    this.keys = folder.keys();
    this.photos = new PhotoBytes(keys, mark.schema());
    this.field = VectorField.of(mark.space());
    this.index = index;
    this.live = MultiBits.getLiveDocs(index);
    this.withVector = new FixedBitSet(Math.max(1, index.maxDoc()));
  }

  List<Flaw> flaws() throws IOException {
    for (LeafReaderContext segment : index.leaves()) {
      checkVectors(segment);
    }
    SortedDocValues paths = MultiDocValues.getSortedValues(index, Fields.PATH);
    int[] times = new int[paths == null ? 0 : paths.getValueCount()];
    StoredFields stored = index.storedFields();
    for (int doc = 0; doc < index.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        checkRecord(doc, stored, paths, times);
      }
    }
    checkRepetitions(times);
    return List.copyOf(flaws.values());
  }

  private void checkRecord(
      int doc, StoredFields stored, @Nullable SortedDocValues paths, int[] times)
      throws IOException {
    if (paths == null || !paths.advanceExact(doc)) {
      found(doc, folder.location(), "a record does not name its picture");
      return;
    }
    times[paths.ordValue()]++;
    String key = paths.lookupOrd(paths.ordValue()).utf8ToString();
    Photo photo = photo(stored, doc);
    if (photo == null) {
      found(doc, path(key), "its record cannot be read");
    } else if (!photo.file().path().equals(path(key))) {
      found(doc, path(key), "its record is of " + photo.file().path());
    } else if (photo.readable() && !withVector.get(doc)) {
      found(doc, path(key), "it has no vector");
    }
  }

  /// Null where the record cannot be read.
  private @Nullable Photo photo(StoredFields stored, int doc) throws IOException {
    BytesRef record = stored.document(doc, Set.of(Fields.PHOTO)).getBinaryValue(Fields.PHOTO);
    try {
      return record == null ? null : photos.read(record);
    } catch (IOException | RuntimeException _) {
      return null; // Its bytes are those that were written, and no record: whatever they give.
    }
  }

  private Path path(String key) {
    return keys.path(key).normalize();
  }

  private void checkVectors(LeafReaderContext segment) throws IOException {
    LeafReader reader = segment.reader();
    for (FieldInfo info : reader.getFieldInfos()) {
      FloatVectorValues vectors = reader.getFloatVectorValues(info.name);
      if (vectors != null) {
        boolean fits = !info.name.equals(field.name()) || vectors.dimension() == field.dimension();
        checkVectors(segment, vectors, fits);
      }
    }
  }

  private void checkVectors(LeafReaderContext segment, FloatVectorValues vectors, boolean fits)
      throws IOException {
    SortedDocValues paths = segment.reader().getSortedDocValues(Fields.PATH);
    DocIndexIterator all = vectors.iterator();
    while (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int doc = segment.docBase + all.docID();
      withVector.set(doc);
      double length = length(vectors.vectorValue(all.index()));
      boolean isUnit = Math.abs(length - 1) <= TOLERANCE;
      boolean isLive = live == null || live.get(doc);
      if (isLive && !(fits && isUnit) && paths != null && paths.advanceExact(all.docID())) {
        String reason =
            fits
                ? "its vector has the length %.3f, not 1".formatted(length)
                : "its vector has %d numbers, not %d"
                    .formatted(vectors.dimension(), field.dimension());
        found(doc, path(paths.lookupOrd(paths.ordValue()).utf8ToString()), reason);
      }
    }
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float number : vector) {
      squares += (double) number * number;
    }
    return Math.sqrt(squares);
  }

  private void checkRepetitions(int[] times) throws IOException {
    SortedDocValues paths = MultiDocValues.getSortedValues(index, Fields.PATH);
    Map<Integer, List<Integer>> repeated = new HashMap<>();
    while (paths != null && paths.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (times[paths.ordValue()] > 1 && (live == null || live.get(paths.docID()))) {
        repeated.computeIfAbsent(paths.ordValue(), _ -> new ArrayList<>()).add(paths.docID());
      }
    }
    for (List<Integer> documents : repeated.values()) {
      repetition(documents);
    }
  }

  /// The newest stays: what was read last is what the file was last.
  private void repetition(List<Integer> documents) throws IOException {
    StoredFields stored = index.storedFields();
    Map<Integer, Photo> sound = new TreeMap<>();
    for (int doc : documents) {
      Photo photo = flaws.containsKey(doc) ? null : photo(stored, doc);
      if (photo != null) {
        sound.put(doc, photo);
      }
    }
    sound.entrySet().stream()
        .max(Comparator.comparing(entry -> entry.getValue().file().modified()))
        .ifPresent(newest -> repetition(sound, newest.getKey(), newest.getValue()));
  }

  private void repetition(Map<Integer, Photo> sound, int newest, Photo photo) {
    List<Integer> others = sound.keySet().stream().filter(doc -> doc != newest).toList();
    if (!others.isEmpty()) {
      Damage damage = new Damage.Repeated(photo.file().path(), sound.size());
      flaws.put(newest, new Flaw(damage, others));
    }
  }

  private void found(int doc, Path path, String reason) {
    flaws.putIfAbsent(doc, new Flaw(new Damage.Unsound(path, reason), List.of(doc)));
  }
}
