package dev.imagedb.embed.openclip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Tells a model's files from all others in milliseconds: SHA-256 over the config, the tokenizer,
/// the weights' length and header, and samples spread evenly over the weights. Two trainings differ
/// in nearly every number, so samples tell them apart; a whole hash of a large model would cost
/// each query a second. (A download is checked by its whole hash when it arrives.)
final class Fingerprint {
  private static final int SAMPLES = 256;
  private static final int SAMPLE_BYTES = 1024;
  private static final int HEADER_BYTES = 1 << 16;

  private Fingerprint() {}

  static String of(ModelFolder folder, List<MemorySegment> weights) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(folder.config()));
      digest.update(Files.readAllBytes(folder.tokenizer()));
      weights.forEach(file -> sample(digest, file));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void sample(MessageDigest digest, MemorySegment weights) {
    digest.update(Long.toString(weights.byteSize()).getBytes(US_ASCII));
    digest.update(weights.asSlice(0, Math.min(HEADER_BYTES, weights.byteSize())).asByteBuffer());
    for (int i = 0; i < SAMPLES; i++) {
      long start = (weights.byteSize() - SAMPLE_BYTES) / SAMPLES * i;
      if (start >= 0) {
        digest.update(weights.asSlice(start, SAMPLE_BYTES).asByteBuffer());
      }
    }
  }
}
