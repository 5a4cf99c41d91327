package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "3456789, 3.5 MB",
    "9223372036854775807, 9.2 EB"
  })
  void tellsBytesInUnitsThatPeopleKnow(long bytes, String words) {
    assertThat(Quantities.bytes(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"PT0.04S, 0.0 s", "PT12.34S, 12.3 s", "PT2M5S, 2 min 5 s", "PT1H3M59S, 1 h 3 min"})
  void tellsDurationsAsExactlyAsTheyMatter(Duration duration, String words) {
    assertThat(Quantities.duration(duration)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0.0166667, 1/60 s", "0.25, 1/4 s", "0.3, 0.3 s", "30, 30 s", "0, 0 s"})
  void writesExposuresAsCamerasDo(double seconds, String words) {
    assertThat(Quantities.exposure(seconds)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0.3123456789, 0.312346", "0.1, 0.1", "100, 100", "1234567, 1234570", "-0.5, -0.5"})
  void givesNumbersNoTails(double value, String digits) {
    assertThat(Quantities.rounded(value, 6)).hasToString(digits);
  }

  @Test
  void hasNoNumberForInfinity() {
    assertThat(Quantities.rounded(Double.POSITIVE_INFINITY, 6)).isNull();
    assertThat(Quantities.rounded(Double.NaN, 6)).isNull();
  }

  @Test
  void counts() {
    assertThat(Quantities.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Quantities.count(1, "picture")).isEqualTo("1 picture");
    assertThat(Quantities.count(0, "picture")).isEqualTo("0 pictures");
  }
}
