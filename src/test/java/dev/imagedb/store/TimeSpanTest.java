package dev.imagedb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
  private static final LocalDate TODAY = LocalDate.parse("2024-03-01");

  @ParameterizedTest
  @CsvSource({
    "2019,                2019-01-01T00:00,    2020-01-01T00:00",
    "2019-12,             2019-12-01T00:00,    2020-01-01T00:00",
    "2019-7,              2019-07-01T00:00,    2019-08-01T00:00",
    "2020-02-29,          2020-02-29T00:00,    2020-03-01T00:00",
    "2019-07-01T12:30,    2019-07-01T12:30,    2019-07-01T12:31",
    "2019-07-01t23:59,    2019-07-01T23:59,    2019-07-02T00:00",
    "2019-07-01 12:30:59, 2019-07-01T12:30:59, 2019-07-01T12:31",
    "Today,               2024-03-01T00:00,    2024-03-02T00:00",
    "yesterday,           2024-02-29T00:00,    2024-03-01T00:00",
    "0d,                  2024-03-01T00:00,    2024-03-02T00:00",
    "7d,                  2024-02-23T00:00,    2024-02-24T00:00"
  })
  void isAllThatADateNames(String written, LocalDateTime from, LocalDateTime until) {
    assertThat(TimeSpan.parse(written, TODAY)).contains(new TimeSpan(from, until));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19",
        "2019-13",
        "2019-00",
        "2019-02-29",
        "2019-07-01T24:00",
        "2019-07-01T12:60",
        "2019-07-01T12",
        "2019/07/01",
        "20190701",
        "tomorrow",
        "-7d",
        "999999d",
        "٢٠١٩"
      })
  void isNothingElse(String written) {
    assertThat(TimeSpan.parse(written, TODAY)).isEmpty();
  }
}
