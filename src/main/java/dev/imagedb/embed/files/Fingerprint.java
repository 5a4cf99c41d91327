package dev.imagedb.embed.files;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells a model's files from all others in milliseconds: SHA-256 over the config, the tokenizer,
/// the weights' length and header, and samples spread evenly over the weights. Two trainings differ
/// in nearly every number, so samples tell them apart; a whole hash of a large model would cost
/// each query a second. (A download is checked by its whole hash when it arrives.)
public final class Fingerprint {
  private static final int SAMPLES = 256;
  private static final int SAMPLE_BYTES = 1024;
  private static final int HEADER_BYTES = 1 << 16;

  private Fingerprint() {}

  public static String of(ModelFolder folder) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      whole(digest, folder.config());
      whole(digest, folder.tokenizer());
      for (Path weights : folder.weights()) {
        sample(digest, weights);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void whole(MessageDigest digest, Path file) throws IOException {
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
  }

  /// Read, not mapped: with every page that is touched, a system may bring megabytes around it into
  /// memory, half of a large model.
  private static void sample(MessageDigest digest, Path weights) throws IOException {
    try (FileChannel file = FileChannel.open(weights)) {
      long size = file.size();
      digest.update(Long.toString(size).getBytes(US_ASCII));
      digest.update(read(file, 0, (int) Math.min(HEADER_BYTES, size)));
      for (int i = 0; i < SAMPLES && size >= SAMPLE_BYTES; i++) {
        digest.update(read(file, (size - SAMPLE_BYTES) / SAMPLES * i, SAMPLE_BYTES));
      }
    }
  }

  private static ByteBuffer read(FileChannel file, long start, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, start + bytes.position()) < 0) {
        throw new EOFException("a file of the model became shorter");
      }
    }
    return bytes.flip();
  }
}
