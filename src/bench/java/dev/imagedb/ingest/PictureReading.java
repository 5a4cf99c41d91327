package dev.imagedb.ingest;

import dev.imagedb.embed.Embedder;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// All that indexing does with a JPEG before the network sees it. Safe for use by many threads.
public final class PictureReading {
  private static final long MAX_PIXELS = 200_000_000;

  private final PictureReader reader;

  /// Reading for a model that pictures are prepared for.
  public PictureReading(Embedder embedder) {
    this.reader = new PictureReader(new ImageDecoder(MAX_PIXELS), embedder, false);
  }

  /// Reads the bytes and their hash, the metadata and the pixels, as large as the model wants them.
  public RgbImage read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    FileFacts facts = new FileFacts(file, bytes.length, Instant.EPOCH);
    RgbImage square = reader.read(facts, bytes, sha256(bytes), ImageFormat.JPEG).square();
    if (square == null) {
      throw new IOException(file + " cannot be decoded");
    }
    return square;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
