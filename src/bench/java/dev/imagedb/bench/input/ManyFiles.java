package dev.imagedb.bench.input;

import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.PerceptualHash;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Many files of few bytes each, and a vector for each of them: what a large library is for whoever
/// does not open its pictures.
///
/// @param library JPEGs of 16 pixels, a hundred to a folder, no two of the same bytes
public record ManyFiles(Library library, int count) {
  private static final int TO_A_FOLDER = 100;
  private static final int DIFFERENT_PICTURES = 10;
  private static final int SIDE = 16;
  private static final Dimensions DIMENSIONS = new Dimensions(SIDE, SIDE);
  private static final PerceptualHash LOOK =
      new PerceptualHash(new byte[PerceptualHash.SIDE * PerceptualHash.SIDE]);

  /// Kinds of pictures, each a direction that its pictures scatter around.
  private static final int KINDS = 500;

  private static final double SCATTER = 0.7;

  public static ManyFiles of(int count) throws IOException, InterruptedException {
    return new ManyFiles(
        new Library("many", Made.once("many-" + count, folder -> writeFiles(folder, count))),
        count);
  }

  private static void writeFiles(Path folder, int count) throws IOException {
    byte[][] pictures = new byte[DIFFERENT_PICTURES][];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = PhotographDrawer.jpeg(SIDE, SIDE, i);
    }
    for (int i = 0; i < count; i++) {
      Path inside = folder.resolve("%04d".formatted(i / TO_A_FOLDER));
      if (i % TO_A_FOLDER == 0) {
        Files.createDirectory(inside);
      }
      Files.write(
          inside.resolve("%06d.jpg".formatted(i)),
          JpegSegments.inserted(
              pictures[i % pictures.length], JpegSegments.comment("picture " + i)));
    }
  }

  /// A database in which all files are as they are on disk.
  ///
  /// @param space what the vectors are said to be of
  public Path database(VectorSpace space) throws IOException, InterruptedException {
    return Made.once(
        "database-%d-%s".formatted(count, space.fingerprint().substring(0, 8)),
        folder -> writeDatabase(folder, space));
  }

  private void writeDatabase(Path folder, VectorSpace space) throws IOException {
    List<Path> files = library.files();
    Directions directions = new Directions(space.dimension());
    try (PhotoWriter writer = new LuceneStore(folder).writer(space, false)) {
      for (int i = 0; i < files.size(); i++) {
        writer.put(photo(files.get(i), i), directions.next());
      }
      writer.addRoots(List.of(library.folder()));
      writer.addPrecision("fp32");
      writer.commit();
    }
  }

  private static Photo photo(Path file, int number) throws IOException {
    BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
    return new Photo(
        new FileFacts(file, facts.size(), facts.lastModifiedTime().toInstant()),
        "%064x".formatted(number),
        ImageFormat.JPEG,
        DIMENSIONS,
        Metadata.NONE,
        LOOK,
        List.of(),
        null);
  }

  /// The same paths and vectors for programs that read them: `paths`, one a line, and `vectors`,
  /// shape (count, dimension), 32-bit floats, little-endian.
  public Path plain(int dimension) throws IOException, InterruptedException {
    return Made.once("plain-%d-%d".formatted(count, dimension), folder -> write(folder, dimension));
  }

  private void write(Path folder, int dimension) throws IOException {
    Files.write(folder.resolve("paths"), library.files().stream().map(Path::toString).toList());
    Directions directions = new Directions(dimension);
    ByteBuffer row = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (SeekableByteChannel out =
        Files.newByteChannel(
            folder.resolve("vectors"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < count; i++) {
        row.clear().asFloatBuffer().put(directions.next());
        out.write(row);
      }
    }
  }

  /// Unit vectors in clusters, the same ones each time.
  private static final class Directions {
    private final RandomGenerator random = new SplittableRandom(512);
    private final float[][] kinds;

    Directions(int dimension) {
      kinds = new float[KINDS][dimension];
      for (float[] kind : kinds) {
        for (int i = 0; i < dimension; i++) {
          kind[i] = (float) random.nextGaussian();
        }
      }
    }

    float[] next() {
      float[] kind = kinds[random.nextInt(KINDS)];
      float[] vector = new float[kind.length];
      double squares = 0;
      for (int i = 0; i < kind.length; i++) {
        vector[i] = (float) (kind[i] + SCATTER * random.nextGaussian());
        squares += vector[i] * vector[i];
      }
      float length = (float) Math.sqrt(squares);
      for (int i = 0; i < kind.length; i++) {
        vector[i] /= length;
      }
      return vector;
    }
  }
}
