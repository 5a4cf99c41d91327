package dev.imagedb.store.lucene;

import java.util.Arrays;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;

/// Walks through those of given documents that lie in one segment.
final class DocumentsIterator extends DocIdSetIterator {
  private final int[] docs;
  private final int docBase;
  private final int start;
  private final int end;
  private int place;

  /// @param docs of the whole index, rising
  DocumentsIterator(int[] docs, LeafReaderContext segment) {
    this.docs = docs;
    this.docBase = segment.docBase;
    this.start = firstFrom(docs, docBase);
    this.end = firstFrom(docs, docBase + segment.reader().maxDoc());
    this.place = start - 1;
  }

  /// The place of the first document that is no less than one.
  ///
  /// @param docs rising
  static int firstFrom(int[] docs, int doc) {
    int place = Arrays.binarySearch(docs, doc);
    return place < 0 ? -place - 1 : place;
  }

  /// How many there are.
  int size() {
    return end - start;
  }

  @Override
  public int docID() {
    if (place < start) {
      return -1;
    }
    return place < end ? docs[place] - docBase : NO_MORE_DOCS;
  }

  @Override
  public int nextDoc() {
    place++;
    return docID();
  }

  @Override
  public int advance(int target) {
    int from = Math.min(place + 1, end);
    int found =
        target == NO_MORE_DOCS ? end : Arrays.binarySearch(docs, from, end, docBase + target);
    place = found < 0 ? -found - 1 : found;
    return docID();
  }

  @Override
  public long cost() {
    return size();
  }
}
