package dev.imagedb.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people and programs read them, in every locale the same.
public final class Quantities {
  private static final List<String> BYTE_UNITS = List.of("kB", "MB", "GB", "TB", "PB", "EB");

  /// The longest exposure that is written as a fraction, as `exiftool` does it.
  private static final double LONGEST_FRACTION = 0.25001;

  private Quantities() {}

  /// A number without a tail of digits that mean nothing.
  ///
  /// @param digits how many of them count, from the first that is not zero
  /// @return null where the value is no number: JSON knows no infinity
  static @Nullable BigDecimal rounded(double value, int digits) {
    if (!Double.isFinite(value)) {
      return null;
    }
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /// `1,234`.
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// `1 picture`, `2 pictures`.
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /// `12.3 MB`, in powers of a thousand, as file managers and drives count.
  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes, "byte");
    }
    double amount = bytes / 1000.0;
    int unit = 0;
    while (amount >= 999.95) {
      amount /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, BYTE_UNITS.get(unit));
  }

  /// `0.4 s`, `2 min 5 s`, `1 h 3 min`.
  static String duration(Duration duration) {
    return duration.toSeconds() < 60
        ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
        : roughly(duration);
  }

  /// `4 s`, `2 min 5 s`, `1 h 3 min`: as exact as an estimate can be.
  static String roughly(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %d s".formatted(seconds / 60, seconds % 60)
        : "%d h %d min".formatted(seconds / 3600, seconds % 3600 / 60);
  }

  /// An exposure time as cameras write it: `1/60 s`, `0.5 s`, `30 s`.
  static String exposure(double seconds) {
    if (0 < seconds && seconds < LONGEST_FRACTION) {
      return "1/" + Math.round(1 / seconds) + " s";
    }
    return decimal(seconds) + " s";
  }

  /// `2.8`, `50`: at most four digits that count.
  static String decimal(double value) {
    BigDecimal number = rounded(value, 4);
    return number == null ? Double.toString(value) : number.toPlainString();
  }
}
