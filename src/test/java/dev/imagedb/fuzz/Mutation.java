package dev.imagedb.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/// One of a fuzzer's simplest steps, or several of them: bits turn, pieces are lost, doubled or put
/// elsewhere, and words that programs stumble over stand where others stood.
final class Mutation {
  private static final byte[] EXTREMES = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff};
  private static final List<String> WORDS =
      List.of(
          "-1",
          "0",
          "2147483648",
          "9223372036854775807",
          "18446744073709551616",
          "1e999",
          "0.5",
          "null",
          "true",
          "[",
          "{",
          "}",
          "]",
          "\"",
          ",",
          ":",
          "[[[[[[[[",
          "\\ud800",
          "\u0000",
          "*",
          "a*a*a*a*",
          "\u2028",
          "../../x");

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
    int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = EXTREMES[random.nextInt(EXTREMES.length)];
      case 2 -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) 0xff);
      case 3 -> System.arraycopy(bytes, 0, bytes, at, Math.min(8, bytes.length - at));
      case 4 -> {
        return with(bytes, at, end, new byte[0]);
      }
      case 5 -> {
        return with(bytes, at, at, bytes);
      }
      case 6 -> {
        return with(bytes, at, random.nextBoolean() ? at : end, word(random));
      }
      default -> {
        return Arrays.copyOf(bytes, at);
      }
    }
    return bytes;
  }

  private static byte[] word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(UTF_8);
  }

  /// The whole with other bytes in place of those from `start` to `end`.
  private static byte[] with(byte[] whole, int start, int end, byte[] others) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(whole, 0, start);
    joined.writeBytes(others);
    joined.write(whole, end, whole.length - end);
    return joined.toByteArray();
  }

  /// Hexadecimal digits, as `HexFormat.of().parseHex` takes them.
  static String asText(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
