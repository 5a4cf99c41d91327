package dev.imagedb.store.lucene;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.VectorSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Writes databases as earlier versions did: by itself, since what it is there to catch is a
/// present writer that has changed. Reduced to what tells one schema from another; a segment a
/// picture.
///
/// @param schema 1 or 2
/// @param form of the records
public record EarlierDatabase(Directory directory, PathKeys keys, int schema, RecordForm form) {
  static final VectorSpace SPACE = new VectorSpace("model", "f00d", 4, "shortest 224 bicubic");

  private static final byte[] LOOK = new byte[24 * 24];

  /// @param labels where the form has any
  /// @param problem why it has no vector; null where it has one
  record Picture(FileFacts file, int number, List<String> labels, @Nullable String problem) {
    String sha256() {
      return TestPhotos.sha256(number);
    }

    float[] vector() {
      return TestPhotos.atCosine(1.0 / number, 4);
    }
  }

  /// A database of the first schema.
  public static void write(Path location, List<Path> files) throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (Path file : files) {
      FileFacts facts = new FileFacts(file, 10, TestPhotos.MODIFIED);
      pictures.add(new Picture(facts, pictures.size() + 1, List.of(), null));
    }
    try (Directory directory = FSDirectory.open(Files.createDirectories(location))) {
      PathKeys keys = new PathKeys(location);
      new EarlierDatabase(directory, keys, 1, RecordForm.FIRST).write(pictures);
    }
  }

  /// Each in a commit of its own.
  void write(List<Picture> pictures) throws IOException {
    IndexWriterConfig still = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter index = new IndexWriter(directory, still)) {
      index.setLiveCommitData(mark().entrySet());
      for (Picture picture : pictures) {
        index.addDocument(document(picture));
        index.commit();
      }
    }
  }

  private Map<String, String> mark() {
    return Map.of(
        "program", "imagedb",
        "schema", Integer.toString(schema),
        "model", SPACE.model(),
        "fingerprint", SPACE.fingerprint(),
        "dimension", Integer.toString(SPACE.dimension()),
        "preprocessing", SPACE.preprocessing(),
        "root.0", "/pictures");
  }

  private Document document(Picture picture) throws IOException {
    Document document = new Document();
    document.add(new StoredField("photo", record(picture)));
    String key = keys.key(picture.file().path());
    addExact(document, "path", key);
    addExact(document, "folder", key.substring(0, key.lastIndexOf('/')));
    document.add(new LongField("size", picture.file().size(), Store.NO));
    document.add(new LongField("mtime", picture.file().modified().toEpochMilli(), Store.NO));
    document.add(new StringField("sha256", picture.sha256(), Store.NO));
    byte[] sha256 = HexFormat.of().parseHex(picture.sha256());
    document.add(new BinaryDocValuesField("sha256", new BytesRef(sha256)));
    addExact(document, "status", picture.problem() == null ? "ok" : "error");
    document.add(new TextField("text", "FUJIFILM", Store.NO));
    if (picture.problem() == null) {
      String tag = VectorField.of(SPACE).tag();
      VectorSimilarityFunction cosine = VectorSimilarityFunction.DOT_PRODUCT;
      document.add(new KnnFloatVectorField("vector." + tag, picture.vector(), cosine));
      addExact(document, "space", tag);
    }
    return document;
  }

  private static void addExact(Document document, String field, String value) {
    document.add(new StringField(field, value, Store.NO));
    document.add(new SortedDocValuesField(field, new BytesRef(value)));
  }

  private BytesRef record(Picture picture) throws IOException {
    RecordOutput out = new RecordOutput();
    out.text(keys.key(picture.file().path()));
    out.whole(picture.file().size());
    out.whole(picture.file().modified().toEpochMilli());
    out.text(picture.sha256());
    out.text("JPEG");
    writeNone(out); // dimensions
    writeMetadata(out);
    if (form.hasLook()) {
      out.optional(picture.problem() == null ? LOOK : null, RecordOutput::raw);
    }
    if (form.hasLabels()) {
      out.list(picture.labels(), RecordOutput::text);
    }
    out.optional(picture.problem(), RecordOutput::text);
    return out.bytes();
  }

  /// A camera's make and a tag, and nothing else.
  private static void writeMetadata(RecordOutput out) throws IOException {
    writeNone(out); // taken
    out.optional("FUJIFILM", RecordOutput::text);
    for (int i = 0; i < 7; i++) {
      writeNone(out); // model, lens, exposure of four parts, place
    }
    writeNone(out); // title
    writeNone(out); // caption
    out.list(List.<String>of(), RecordOutput::text);
    for (int i = 0; i < 5; i++) {
      writeNone(out); // rating, comment, artist, copyright, software
    }
    out.number(1);
    out.list(List.of(List.of("Exif IFD0", "Make", "FUJIFILM")), EarlierDatabase::writeTag);
    out.list(List.<String>of(), RecordOutput::text);
  }

  private static void writeTag(RecordOutput out, List<String> tag) throws IOException {
    for (String part : tag) {
      out.text(part);
    }
  }

  private static void writeNone(RecordOutput out) throws IOException {
    out.optional(null, RecordOutput::text);
  }
}
