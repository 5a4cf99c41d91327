package dev.imagedb.fuzz;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/// One of a fuzzer's simplest steps, or several of them.
final class Mutation {
  private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};

  private Mutation() {}

  static byte[] of(byte[] seed, Random random) {
    byte[] mutant = seed.clone();
    for (int step = random.nextInt(4); step >= 0 && mutant.length > 0; step--) {
      mutant = step(mutant, random);
    }
    return mutant;
  }

  private static byte[] step(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = EXTREMES[random.nextInt(EXTREMES.length)];
      case 2 -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) 0xff);
      case 3 -> System.arraycopy(bytes, 0, bytes, at, Math.min(8, bytes.length - at));
      default -> {
        return Arrays.copyOf(bytes, at);
      }
    }
    return bytes;
  }

  /// Hexadecimal digits, as `HexFormat.of().parseHex` takes them.
  static String asText(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
