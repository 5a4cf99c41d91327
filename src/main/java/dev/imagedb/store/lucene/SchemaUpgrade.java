package dev.imagedb.store.lucene;

import dev.imagedb.photo.Photo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/// Brings an index of an earlier schema to the present one, in one commit: until that is on the
/// disk, the index is as it was, and every earlier version reads it.
///
/// A picture is read in the form that it was written in ([RecordForm]) and written in today's, with
/// its labels and the very vectors it had, of whatever model. What an earlier version did not keep
/// is not known yet; such a picture is marked so ([Fields#LACKS]), and the next run that indexes
/// its file looks at it again, but makes no new vector. A document that would be written as it is
/// stays.
final class SchemaUpgrade {
  private final DatabaseMark last;
  private final PathKeys keys;
  private final PhotoBytes earlier;
  private final PhotoBytes present;
  private final IndexWriter index;

  /// @param last what the last commit says
  SchemaUpgrade(IndexWriter index, DatabaseMark last, PathKeys keys) {
    this.index = index;
    this.last = last;
    this.keys = keys;
    this.earlier = new PhotoBytes(keys, last.schema());
    this.present = new PhotoBytes(keys);
  }

  void commit() throws IOException {
    try (DirectoryReader before = DirectoryReader.open(index)) {
      for (LeafReaderContext segment : before.leaves()) {
        upgrade(segment.reader());
      }
    }
    index.setLiveCommitData(last.upgraded().commitData(keys).entrySet());
    index.commit();
  }

  private void upgrade(LeafReader segment) throws IOException {
    Bits live = segment.getLiveDocs();
    StoredFields stored = segment.storedFields();
    List<Vectors> vectors = vectors(segment);
    for (int doc = 0; doc < segment.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        upgrade(doc, stored, vectors);
      }
    }
  }

  private void upgrade(int doc, StoredFields stored, List<Vectors> vectors) throws IOException {
    BytesRef record = stored.document(doc, Set.of(Fields.PHOTO)).getBinaryValue(Fields.PHOTO);
    if (record == null) {
      throw new CorruptIndexException("a document holds no picture", Fields.PHOTO);
    }
    Photo photo = earlier.read(record);
    BytesRef today = present.write(photo);
    if (photo.isComplete() && today.equals(record)) {
      return;
    }
    String key = keys.key(photo.file().path());
    Document document = PhotoDocument.of(photo, key, today);
    for (Vectors field : vectors) {
      field.copy(doc, document);
    }
    index.updateDocument(new Term(Fields.PATH, key), document);
  }

  private static List<Vectors> vectors(LeafReader segment) throws IOException {
    List<Vectors> all = new ArrayList<>();
    for (FieldInfo info : segment.getFieldInfos()) {
      VectorField field = VectorField.of(info).orElse(null);
      if (field != null) {
        FloatVectorValues values = segment.getFloatVectorValues(info.name);
        all.add(new Vectors(field, values, values.iterator()));
      }
    }
    return all;
  }

  /// One field's vectors in a segment.
  ///
  /// @param next stands at a document that was asked for, or beyond it
  private record Vectors(VectorField field, FloatVectorValues values, DocIndexIterator next) {

    /// @param doc after all that were asked for before
    void copy(int doc, Document document) throws IOException {
      if (next.docID() < doc) {
        next.advance(doc);
      }
      if (next.docID() == doc) {
        PhotoDocument.addVector(document, field, values.vectorValue(next.index()).clone());
      }
    }
  }
}
