package dev.imagedb.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What files of the same bytes have in common, whatever their names.
public final class ContentHash {
  private ContentHash() {}

  /// SHA-256 (FIPS 180-4), as 64 lower-case hexadecimal digits.
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
