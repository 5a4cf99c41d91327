package dev.imagedb.store.lucene;

import static java.util.stream.Collectors.joining;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import dev.imagedb.photo.Tag;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Builds the document of one picture, field by field.
final class PhotoDocument {
  /// Lucene refuses terms and doc values over 32,766 bytes, and strangers write what they like.
  private static final int LONGEST_TERM = 8_000;

  /// The folders next to a file describe it; those further up are common to the whole library.
  private static final int TELLING_FOLDERS = 4;

  private final Document document = new Document();

  private PhotoDocument() {}

  /// @param key of its path
  /// @param whole the picture as [PhotoBytes] writes it
  static Document of(Photo photo, String key, BytesRef whole) {
    PhotoDocument builder = new PhotoDocument();
    builder.document.add(new StoredField(Fields.PHOTO, whole));
    builder.addFile(photo.file(), key);
    builder.addContent(photo);
    builder.addMetadata(photo.metadata());
    photo.labels().forEach(builder::addLabel);
    builder.addStatus(photo.problem());
    if (!photo.isComplete()) {
      builder.addExact(Fields.LACKS, Fields.LACKS_LOOK);
    }
    return builder.document;
  }

  /// Adds a picture's vector, and which space it is of.
  static void addVector(Document document, VectorField field, float[] vector) {
    document.add(new KnnFloatVectorField(field.name(), vector, VectorField.SIMILARITY));
    document.add(new StringField(Fields.SPACE, field.tag(), Store.NO));
    document.add(new SortedDocValuesField(Fields.SPACE, new BytesRef(field.tag())));
  }

  private void addFile(FileFacts file, String key) {
    addExact(Fields.PATH, key);
    // Taken from the path: a backslash in a key parts names on Windows, and is a letter elsewhere.
    String name = String.valueOf(file.path().getFileName());
    String folder = key.substring(0, Math.max(0, key.length() - name.length() - 1));
    addExact(Fields.FOLDER, folder);
    addWords(Fields.NAME, name);
    int dot = name.lastIndexOf('.');
    if (dot > 0) {
      addExact(Fields.EXTENSION, name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
    document.add(new LongField(Fields.SIZE, file.size(), Store.NO));
    document.add(new LongField(Fields.MODIFIED, file.modified().toEpochMilli(), Store.NO));
    addText(tellingFolders(folder));
  }

  private static String tellingFolders(String folder) {
    String[] names = folder.split("[/\\\\]");
    return Stream.of(names).skip(Math.max(0, names.length - TELLING_FOLDERS)).collect(joining(" "));
  }

  private void addContent(Photo photo) {
    document.add(new StringField(Fields.SHA256, photo.sha256(), Store.NO));
    byte[] sha256 = HexFormat.of().parseHex(photo.sha256());
    document.add(new BinaryDocValuesField(Fields.SHA256, new BytesRef(sha256)));
    addExact(Fields.FORMAT, photo.format().name().toLowerCase(Locale.ROOT));
    Dimensions dimensions = photo.dimensions();
    if (dimensions != null) {
      addNumber(Fields.WIDTH, dimensions.width());
      addNumber(Fields.HEIGHT, dimensions.height());
      addFraction(Fields.ASPECT, (double) dimensions.width() / dimensions.height());
    }
  }

  private void addMetadata(Metadata metadata) {
    addTaken(metadata.taken());
    addCamera(metadata.camera());
    addExposure(metadata.exposure());
    addPlace(metadata.place());
    addWords(Fields.PLACE, PlaceNames.of(metadata).orElse(null));
    addDescription(metadata.description());
    addNumber(Fields.ORIENTATION, metadata.orientation().tag());
    metadata.tags().stream().map(Tag::value).forEach(this::addText);
  }

  private void addTaken(@Nullable CaptureTime taken) {
    if (taken == null) {
      return;
    }
    document.add(new LongField(Fields.TAKEN, taken.instant().toEpochMilli(), Store.NO));
    long local = taken.local().toInstant(ZoneOffset.UTC).toEpochMilli();
    document.add(new LongField(Fields.TAKEN_LOCAL, local, Store.NO));
    addText(taken.iso());
  }

  private void addCamera(Camera camera) {
    addWords(Fields.MAKE, camera.make());
    addWords(Fields.CAMERA, camera.model());
    addWords(Fields.LENS, camera.lens());
  }

  private void addExposure(Exposure exposure) {
    addNumber(Fields.ISO, exposure.iso());
    addFraction(Fields.APERTURE, exposure.aperture());
    addFraction(Fields.EXPOSURE, exposure.seconds());
    addFraction(Fields.FOCAL, exposure.focalLength());
  }

  private void addPlace(@Nullable Place place) {
    if (place == null) {
      return;
    }
    document.add(new LatLonPoint(Fields.GPS, place.latitude(), place.longitude()));
    document.add(new LatLonDocValuesField(Fields.GPS, place.latitude(), place.longitude()));
    addFraction(Fields.ALTITUDE, place.altitude());
  }

  private void addDescription(Description description) {
    addProse(Fields.TITLE, description.title());
    addProse(Fields.CAPTION, description.caption());
    addProse(Fields.COMMENT, description.comment());
    addWords(Fields.ARTIST, description.artist());
    addWords(Fields.COPYRIGHT, description.copyright());
    addWords(Fields.SOFTWARE, description.software());
    addNumber(Fields.RATING, description.rating());
    description.keywords().forEach(keyword -> addOneOfMany(Fields.KEYWORDS, keyword));
  }

  private void addLabel(String label) {
    addOneOfMany(Fields.LABELS, label);
    document.add(new TextField(Fields.KEYWORDS, label, Store.NO));
    // Lucene wants a field to be alike in all documents, and keywords have doc values.
    document.add(new SortedSetDocValuesField(Fields.KEYWORDS, term(label)));
  }

  private void addStatus(@Nullable String problem) {
    addExact(Fields.STATUS, problem == null ? Fields.STATUS_OK : Fields.STATUS_ERROR);
    addProse(Fields.ERROR, problem);
  }

  /// One term, found only as a whole.
  private void addExact(String field, String value) {
    document.add(new StringField(field, term(value), Store.NO));
    document.add(new SortedDocValuesField(field, term(value)));
  }

  /// Words to search for, and the whole to sort and count by.
  private void addWords(String field, @Nullable String value) {
    if (value != null) {
      addProse(field, value);
      document.add(new SortedDocValuesField(field, term(value)));
    }
  }

  /// Words to search for, and the whole to count by, in a field that may have several.
  private void addOneOfMany(String field, String value) {
    addProse(field, value);
    document.add(new SortedSetDocValuesField(field, term(value)));
  }

  /// Words to search for.
  private void addProse(String field, @Nullable String value) {
    if (value != null) {
      document.add(new TextField(field, value, Store.NO));
      addText(value);
    }
  }

  private void addText(String value) {
    document.add(new TextField(Fields.TEXT, value, Store.NO));
  }

  private void addNumber(String field, @Nullable Integer value) {
    if (value != null) {
      document.add(new IntField(field, value, Store.NO));
    }
  }

  private void addFraction(String field, @Nullable Double value) {
    if (value != null) {
      document.add(new DoubleField(field, value, Store.NO));
    }
  }

  private static BytesRef term(String value) {
    return new BytesRef(value.substring(0, Math.min(value.length(), LONGEST_TERM)));
  }
}
