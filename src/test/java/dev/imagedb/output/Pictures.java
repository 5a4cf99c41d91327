package dev.imagedb.output;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import dev.imagedb.photo.Tag;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Hit;
import dev.imagedb.store.Hit.Standing;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Pictures that the tests print.
public final class Pictures {
  static final VectorSpace SPACE =
      new VectorSpace("builtin", "ab12", 3, "shortest 224 bicubic crop");

  /// In memory, so that every name can stand on it, whatever the machine's encoding and separators.
  private static final FileSystem DISK = Jimfs.newFileSystem(Configuration.unix());

  private Pictures() {}

  public static Path path(String path) {
    return DISK.getPath(path);
  }

  /// A picture with all the metadata that there can be.
  public static Photo tabby() {
    return new Photo(
        file("/home/ann/photos/tabby.jpg"),
        "00ff",
        ImageFormat.JPEG,
        new Dimensions(4000, 3000),
        new Metadata(
            new CaptureTime(LocalDateTime.of(2019, 7, 1, 12, 0, 5), ZoneOffset.ofHours(2)),
            new Camera("Canon", "Canon EOS 5D", "EF 50mm"),
            new Exposure(400, 2.8, 1.0 / 60, 50.0),
            new Place(48.8584, -2.2945, 35.5),
            new Description(
                "Tabby",
                "A cat, asleep",
                List.of("cat", "sofa"),
                5,
                "soft light",
                "Ann",
                "(c) Ann",
                "GIMP"),
            Orientation.TURN_RIGHT,
            List.of(new Tag("Exif IFD0", "Make", "Canon"), new Tag("XMP", "Rating", "5")),
            List.of("GPS block ends early")),
        null,
        List.of("pet", "asleep"),
        null);
  }

  /// A picture of which only the file is known.
  public static Photo plain(String path) {
    return new Photo(
        file(path),
        "11ee",
        ImageFormat.PNG,
        new Dimensions(640, 480),
        Metadata.NONE,
        null,
        List.of(),
        null);
  }

  /// A picture that could not be read.
  public static Photo broken(String path) {
    return new Photo(
        file(path), "22dd", ImageFormat.JPEG, null, Metadata.NONE, null, List.of(), "truncated");
  }

  public static Entry found(int rank, double score, Photo photo) {
    return new Entry.Found(
        new Hit(rank, score, new Standing(score, rank), null, null, photo), false);
  }

  private static FileFacts file(String path) {
    return new FileFacts(path(path), 3_456_789, Instant.parse("2020-02-03T04:05:06.789Z"));
  }
}
