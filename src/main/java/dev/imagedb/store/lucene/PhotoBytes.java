package dev.imagedb.store.lucene;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.PerceptualHash;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import dev.imagedb.photo.Tag;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/// A whole picture in one stored field: a few hundred tags cost one field, not hundreds.
///
/// The order of the fields below is the format; changing it takes a new [RecordForm], and a new
/// [DatabaseMark#SCHEMA].
final class PhotoBytes {
  private final PathKeys keys;
  private final List<RecordForm> forms;

  /// Writes and reads the present form.
  PhotoBytes(PathKeys keys) {
    this(keys, DatabaseMark.SCHEMA);
  }

  /// @param schema of the database that is read
  PhotoBytes(PathKeys keys, int schema) {
    this.keys = keys;
    this.forms = RecordForm.of(schema);
  }

  BytesRef write(Photo photo) throws IOException {
    RecordOutput out = new RecordOutput();
    out.text(keys.key(photo.file().path()));
    out.whole(photo.file().size());
    out.whole(photo.file().modified().toEpochMilli());
    out.text(photo.sha256());
    out.text(photo.format().name());
    out.optional(photo.dimensions(), PhotoBytes::writeDimensions);
    writeMetadata(out, photo.metadata());
    out.optional(photo.look(), (to, look) -> to.raw(look.cells()));
    out.list(photo.labels(), RecordOutput::text);
    out.optional(photo.problem(), RecordOutput::text);
    return out.bytes();
  }

  /// Reads a record of any form that the database may have; it is of the first that it fits to its
  /// last byte.
  ///
  /// @throws CorruptIndexException where it is of none
  Photo read(BytesRef bytes) throws IOException {
    Exception misfit = null;
    for (RecordForm form : forms) {
      try {
        return read(bytes, form);
      } catch (IOException | RuntimeException e) {
        misfit = e;
      }
    }
    throw new CorruptIndexException("a record is no picture's", bytes.length + " bytes", misfit);
  }

  private Photo read(BytesRef bytes, RecordForm form) throws IOException {
    ByteArrayDataInput input = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    Photo photo = read(new RecordInput(input), form);
    if (!input.eof()) {
      throw new EOFException("it goes on after " + input.getPosition() + " bytes");
    }
    return photo;
  }

  private Photo read(RecordInput in, RecordForm form) throws IOException {
    FileFacts file =
        new FileFacts(keys.path(in.text()), in.whole(), Instant.ofEpochMilli(in.whole()));
    return new Photo(
        file,
        in.text(),
        ImageFormat.valueOf(in.text()),
        in.optional(PhotoBytes::readDimensions),
        readMetadata(in),
        form.hasLook() ? in.optional(PhotoBytes::readLook) : null,
        form.hasLabels() ? in.list(RecordInput::text) : List.of(),
        in.optional(RecordInput::text));
  }

  private static void writeDimensions(RecordOutput out, Dimensions dimensions) throws IOException {
    out.number(dimensions.width());
    out.number(dimensions.height());
  }

  private static Dimensions readDimensions(RecordInput in) throws IOException {
    int width = in.number();
    int height = in.number();
    return new Dimensions(width, height);
  }

  private static PerceptualHash readLook(RecordInput in) throws IOException {
    return new PerceptualHash(in.raw(PerceptualHash.SIDE * PerceptualHash.SIDE));
  }

  private static void writeMetadata(RecordOutput out, Metadata metadata) throws IOException {
    out.optional(metadata.taken(), PhotoBytes::writeTaken);
    writeCamera(out, metadata.camera());
    writeExposure(out, metadata.exposure());
    out.optional(metadata.place(), PhotoBytes::writePlace);
    writeDescription(out, metadata.description());
    out.number(metadata.orientation().tag());
    out.list(metadata.tags(), PhotoBytes::writeTag);
    out.list(metadata.damage(), RecordOutput::text);
  }

  private static Metadata readMetadata(RecordInput in) throws IOException {
    return new Metadata(
        in.optional(PhotoBytes::readTaken),
        readCamera(in),
        readExposure(in),
        in.optional(PhotoBytes::readPlace),
        readDescription(in),
        Orientation.ofTag(in.number()).orElse(Orientation.UPRIGHT),
        in.list(PhotoBytes::readTag),
        in.list(RecordInput::text));
  }

  private static void writeTaken(RecordOutput out, CaptureTime taken) throws IOException {
    out.text(taken.local().toString());
    ZoneOffset offset = taken.offset();
    out.optional(offset == null ? null : offset.getTotalSeconds(), RecordOutput::number);
  }

  private static CaptureTime readTaken(RecordInput in) throws IOException {
    LocalDateTime local = LocalDateTime.parse(in.text());
    Integer offset = in.optional(RecordInput::number);
    return new CaptureTime(local, offset == null ? null : ZoneOffset.ofTotalSeconds(offset));
  }

  private static void writeCamera(RecordOutput out, Camera camera) throws IOException {
    out.optional(camera.make(), RecordOutput::text);
    out.optional(camera.model(), RecordOutput::text);
    out.optional(camera.lens(), RecordOutput::text);
  }

  private static Camera readCamera(RecordInput in) throws IOException {
    return new Camera(
        in.optional(RecordInput::text),
        in.optional(RecordInput::text),
        in.optional(RecordInput::text));
  }

  private static void writeExposure(RecordOutput out, Exposure exposure) throws IOException {
    out.optional(exposure.iso(), RecordOutput::number);
    out.optional(exposure.aperture(), RecordOutput::fraction);
    out.optional(exposure.seconds(), RecordOutput::fraction);
    out.optional(exposure.focalLength(), RecordOutput::fraction);
  }

  private static Exposure readExposure(RecordInput in) throws IOException {
    return new Exposure(
        in.optional(RecordInput::number),
        in.optional(RecordInput::fraction),
        in.optional(RecordInput::fraction),
        in.optional(RecordInput::fraction));
  }

  private static void writePlace(RecordOutput out, Place place) throws IOException {
    out.fraction(place.latitude());
    out.fraction(place.longitude());
    out.optional(place.altitude(), RecordOutput::fraction);
  }

  private static Place readPlace(RecordInput in) throws IOException {
    double latitude = in.fraction();
    double longitude = in.fraction();
    return new Place(latitude, longitude, in.optional(RecordInput::fraction));
  }

  private static void writeDescription(RecordOutput out, Description words) throws IOException {
    out.optional(words.title(), RecordOutput::text);
    out.optional(words.caption(), RecordOutput::text);
    out.list(words.keywords(), RecordOutput::text);
    out.optional(words.rating(), RecordOutput::number);
    out.optional(words.comment(), RecordOutput::text);
    out.optional(words.artist(), RecordOutput::text);
    out.optional(words.copyright(), RecordOutput::text);
    out.optional(words.software(), RecordOutput::text);
  }

  private static Description readDescription(RecordInput in) throws IOException {
    return new Description(
        in.optional(RecordInput::text),
        in.optional(RecordInput::text),
        in.list(RecordInput::text),
        in.optional(RecordInput::number),
        in.optional(RecordInput::text),
        in.optional(RecordInput::text),
        in.optional(RecordInput::text),
        in.optional(RecordInput::text));
  }

  private static void writeTag(RecordOutput out, Tag tag) throws IOException {
    out.text(tag.group());
    out.text(tag.name());
    out.text(tag.value());
  }

  private static Tag readTag(RecordInput in) throws IOException {
    return new Tag(in.text(), in.text(), in.text());
  }
}
