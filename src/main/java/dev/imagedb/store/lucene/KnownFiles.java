package dev.imagedb.store.lucene;

import static java.util.stream.Collectors.toSet;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.store.KnownFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Lists what is stored of files, from doc values alone: no picture is rebuilt for it.
final class KnownFiles {
  private final PathKeys keys;
  private final BytesRef presentSpace;
  private final Set<Path> roots;
  private final Map<Path, KnownFile> known = new HashMap<>();

  /// @param field of the present space
  KnownFiles(PathKeys keys, VectorField field, Collection<Path> roots) {
    this.keys = keys;
    this.presentSpace = new BytesRef(field.tag());
    this.roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).collect(toSet());
  }

  /// The files that are one of the roots or lie under one.
  Map<Path, KnownFile> in(IndexReader index) throws IOException {
    for (LeafReaderContext segment : index.leaves()) {
      new Segment(segment.reader()).collect();
    }
    return known;
  }

  /// A folder of files that are listed one after the other.
  ///
  /// @param key as a file's key begins, its last separator included
  /// @param wanted whether it is a root or lies under one
  private record Folder(String key, Path path, boolean wanted) {}

  private Folder folder(String key) {
    Path path = keys.path(key);
    return new Folder(key, path, roots.stream().anyMatch(path::startsWith));
  }

  /// The doc values of one segment, moved together from document to document.
  private final class Segment {
    private final Bits live;
    private final SortedDocValues paths;
    private final NumericDocValues sizes;
    private final NumericDocValues times;
    private final BinaryDocValues hashes;
    private final SortedDocValues states;
    private final SortedDocValues spaces;
    private final SortedDocValues lacks;
    private final int ok;
    private final int present;

    Segment(LeafReader reader) throws IOException {
      Bits liveDocs = reader.getLiveDocs();
      live = liveDocs == null ? new Bits.MatchAllBits(reader.maxDoc()) : liveDocs;
      paths = DocValues.getSorted(reader, Fields.PATH);
      sizes = DocValues.unwrapSingleton(DocValues.getSortedNumeric(reader, Fields.SIZE));
      times = DocValues.unwrapSingleton(DocValues.getSortedNumeric(reader, Fields.MODIFIED));
      hashes = DocValues.getBinary(reader, Fields.SHA256);
      states = DocValues.getSorted(reader, Fields.STATUS);
      spaces = DocValues.getSorted(reader, Fields.SPACE);
      lacks = DocValues.getSorted(reader, Fields.LACKS);
      ok = states.lookupTerm(new BytesRef(Fields.STATUS_OK));
      present = spaces.lookupTerm(presentSpace);
    }

    void collect() throws IOException {
      @Nullable Path[] wanted = wantedPaths();
      for (int doc = 0; doc < live.length(); doc++) {
        if (live.get(doc) && paths.advanceExact(doc)) {
          Path path = wanted[paths.ordValue()];
          if (path != null) {
            known.put(path, file(doc, path));
          }
        }
      }
    }

    /// By ordinal; null for what is not wanted. Terms are read in their order, in which they lie,
    /// and each folder is looked at once.
    private @Nullable Path[] wantedPaths() throws IOException {
      @Nullable Path[] wanted = new Path[paths.getValueCount()];
      TermsEnum terms = paths.termsEnum();
      Folder folder = folder("");
      for (int ordinal = 0; ordinal < wanted.length; ordinal++) {
        terms.seekExact(ordinal);
        String key = terms.term().utf8ToString();
        int end = keys.folderEnd(key);
        if (end != folder.key().length() || !key.startsWith(folder.key())) {
          folder = folder(key.substring(0, end));
        }
        Path path = folder.path().resolve(key.substring(end));
        wanted[ordinal] = folder.wanted() || roots.contains(path) ? path : null;
      }
      return wanted;
    }

    private KnownFile file(int doc, Path path) throws IOException {
      sizes.advanceExact(doc);
      times.advanceExact(doc);
      hashes.advanceExact(doc);
      Instant modified = Instant.ofEpochMilli(times.longValue());
      boolean readable = states.advanceExact(doc) && states.ordValue() == ok;
      boolean comparable = spaces.advanceExact(doc) && spaces.ordValue() == present;
      return new KnownFile(
          new FileFacts(path, sizes.longValue(), modified),
          hex(hashes.binaryValue()),
          !readable || (comparable && !lacks.advanceExact(doc)),
          readable);
    }

    private static String hex(BytesRef bytes) {
      return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
    }
  }
}
