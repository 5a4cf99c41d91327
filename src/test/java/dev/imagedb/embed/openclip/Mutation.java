package dev.imagedb.embed.openclip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Damages a file as chance and malice do: bits turn, pieces are lost, doubled or put elsewhere,
/// and words that programs stumble over stand where others stood.
record Mutation(RandomGenerator random) {
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
          "../../x");

  /// The same with one to four damages.
  byte[] of(byte[] whole) {
    byte[] damaged = whole;
    for (int times = 1 + random.nextInt(4); times > 0 && damaged.length > 0; times--) {
      damaged = once(damaged);
    }
    return damaged;
  }

  private byte[] once(byte[] whole) {
    int at = random.nextInt(whole.length);
    int end = Math.min(whole.length, at + 1 + random.nextInt(16));
    return switch (random.nextInt(6)) {
      case 0 -> turned(whole, at);
      case 1 -> with(whole, at, end, new byte[0]);
      case 2 -> with(whole, at, at, whole);
      case 3 -> with(whole, at, whole.length, new byte[0]);
      default -> with(whole, at, random.nextBoolean() ? at : end, word());
    };
  }

  private byte[] turned(byte[] whole, int at) {
    byte[] turned = whole.clone();
    turned[at] ^= (byte) (1 << random.nextInt(8));
    return turned;
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  /// The whole with other bytes in place of those from `start` to `end`.
  private static byte[] with(byte[] whole, int start, int end, byte[] others) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.write(whole, 0, start);
    joined.writeBytes(others);
    joined.write(whole, end, whole.length - end);
    return joined.toByteArray();
  }
}
