package dev.imagedb.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-9,    0,  10, bytes 0-9/100",
    "bytes=90-,    90, 10, bytes 90-99/100",
    "bytes=-5,     95, 5,  bytes 95-99/100",
    "bytes=-500,   0,  100, bytes 0-99/100",
    "bytes=50-999, 50, 50, bytes 50-99/100"
  })
  void isAPartOfTheWhole(String header, long from, long length, String told) {
    ByteRange range = ByteRange.parse(header, 100).orElseThrow();

    assertThat(range).isEqualTo(new ByteRange(from, length));
    assertThat(range.of(100)).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "bytes=-", "bytes=9-1", "bytes=0-1,5-6", "lines=1-2", "bytes=a-b", "bytes=1"})
  void isPassedOverWhereItCannotBeUnderstood(String header) {
    assertThat(ByteRange.parse(header, 100)).isEmpty();
  }

  @Test
  void isRefusedWhereNothingIsThere() {
    for (String header : new String[] {"bytes=100-", "bytes=500-600", "bytes=-0"}) {
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> ByteRange.parse(header, 100))
          .satisfies(refused -> assertThat(refused.status()).isEqualTo(416))
          .satisfies(
              refused ->
                  assertThat(refused.headers()).containsEntry("Content-Range", "bytes */100"));
    }
  }
}
