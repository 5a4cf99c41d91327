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
import dev.imagedb.photo.VectorSpace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/// Pictures and vectors made for the tests of this package.
final class TestPhotos {
  static final Instant MODIFIED = Instant.parse("2020-02-03T04:05:06.789Z");

  private TestPhotos() {}

  static VectorSpace space(String model, int dimension) {
    return new VectorSpace(model, "f00d" + model.hashCode(), dimension, "shortest 224 bicubic");
  }

  /// A picture with nothing written in it.
  static Photo bare(Path path) {
    return with(path, Metadata.NONE);
  }

  static Photo with(Path path, Metadata metadata) {
    return new Photo(
        new FileFacts(path, 1234, MODIFIED),
        sha256(path.toString().hashCode()),
        ImageFormat.JPEG,
        new Dimensions(640, 480),
        metadata,
        look(path.hashCode()),
        List.of(),
        null);
  }

  static Photo unreadable(Path path, String problem) {
    return new Photo(
        new FileFacts(path, 12, MODIFIED),
        sha256(7),
        ImageFormat.PNG,
        null,
        Metadata.NONE,
        null,
        List.of(),
        problem);
  }

  static Photo withTags(Path path, String... values) {
    List<Tag> tags = List.of(values).stream().map(value -> new Tag("XMP", "note", value)).toList();
    return with(path, withWords(Description.NONE, Camera.UNKNOWN, tags));
  }

  static Photo withTitle(Path path, String title) {
    Description description = new Description(title, null, List.of(), null, null, null, null, null);
    return with(path, withWords(description, Camera.UNKNOWN, List.of()));
  }

  static Photo withCamera(Path path, String make, String model) {
    return with(path, withWords(Description.NONE, new Camera(make, model, null), List.of()));
  }

  private static Metadata withWords(Description description, Camera camera, List<Tag> tags) {
    return new Metadata(
        null, camera, Exposure.UNKNOWN, null, description, Orientation.UPRIGHT, tags, List.of());
  }

  /// A picture in which everything that we know of is written.
  static Photo full(Path path) {
    Metadata metadata =
        new Metadata(
            new CaptureTime(
                LocalDateTime.parse("2019-07-01T12:30:45.125"), ZoneOffset.ofHoursMinutes(5, 30)),
            new Camera("FUJIFILM", "X100V", "23mm f/2"),
            new Exposure(800, 2.8, 1 / 250.0, 23.0),
            new Place(-33.8568, 151.2153, -4.5),
            new Description(
                "Opera house",
                "Seen from the ferry, late in the day",
                List.of("sydney", "Crème brûlée"),
                -1,
                "masterpiece, best quality",
                "Ann Ansel",
                "© Ann",
                "darktable 4.8"),
            Orientation.TURN_RIGHT,
            List.of(new Tag("Exif SubIFD", "Flash", "did not fire"), new Tag("IPTC", "City", "雪")),
            List.of("XMP: ends early"));
    return new Photo(
        new FileFacts(path, 5_000_000_000L, MODIFIED),
        sha256(42),
        ImageFormat.TIFF,
        new Dimensions(6000, 4000),
        metadata,
        look(42),
        List.of(),
        null);
  }

  private static PerceptualHash look(int seed) {
    byte[] cells = new byte[PerceptualHash.SIDE * PerceptualHash.SIDE];
    new Random(seed).nextBytes(cells);
    return new PerceptualHash(cells);
  }

  static String sha256(int number) {
    return "%064x".formatted(Integer.toUnsignedLong(number));
  }

  /// A random direction, evenly spread over the sphere.
  static float[] direction(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return unit(vector);
  }

  /// A vector in the plane of the first two axes, so that its cosine to the first is known.
  static float[] atCosine(double cosine, int dimension) {
    float[] vector = new float[dimension];
    vector[0] = (float) cosine;
    vector[1] = (float) Math.sqrt(1 - cosine * cosine);
    return vector;
  }

  static float[] unit(float[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }

  static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }
}
