package dev.imagedb.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of queries that are none.
class WhereMistakesTest {
  @Test
  void aRangeWithoutATo() {
    assertSays(
        "iso:[800 AND",
        """
        --where: a range needs a TO, at column 10
        iso:[800 AND
                 ^
        """);
  }

  @Test
  void aLineBreakInAValueBreaksNoLine() {
    assertThat(mistake("taken:\"2\n19\""))
        .hasMessage("--where: taken is a date, got \"2 19\", at column 7");
  }

  @Test
  void aRangeThatDoesNotEnd() {
    assertSays(
        "iso:[800 TO 900",
        """
        --where: a range ends with ] or }, at column 16
        iso:[800 TO 900
                       ^
        """);
  }

  @Test
  void aQuotationMarkThatIsNotClosed() {
    assertSays(
        "iso:800 AND camera:\"X100V",
        """
        --where: a quotation mark is not closed, at column 20
        iso:800 AND camera:"X100V
                           ^
        """);
  }

  @Test
  void parenthesesThatDoNotFit() {
    assertSays(
        "(iso:800 OR iso:100",
        """
        --where: a parenthesis is not closed, at column 20
        (iso:800 OR iso:100
                           ^
        """);
    assertSays(
        "iso:800) AND iso:100",
        """
        --where: a parenthesis is closed that was not opened, at column 8
        iso:800) AND iso:100
               ^
        """);
    assertSays(
        "(iso:800 AND )",
        """
        --where: something is missing before ), at column 14
        (iso:800 AND )
                     ^
        """);
  }

  @Test
  void anOperatorWithNothingBehindIt() {
    assertSays(
        "iso:800 AND",
        """
        --where: the query ends too early, at column 12
        iso:800 AND
                   ^
        """);
    assertSays(
        "AND iso:800",
        """
        --where: "AND" is not expected here, at column 1
        AND iso:800
        ^
        """);
  }

  @Test
  void aFieldThatIsNone() {
    assertSays(
        "iso:800 AND camra:X100V",
        """
        --where: there is no field "camra" (did you mean camera?), at column 13
        iso:800 AND camra:X100V
                    ^
        """);
    assertThat(mistake("camra:X100V").hint()).contains("camera:…");
    assertThat(mistake("shoesize:[40 TO 45]").hint())
        .hasValueSatisfying(
            hint -> assertThat(hint).startsWith("one of: text, path, folder, name, ext, format,"));
  }

  @Test
  void aValueOfAnotherType() {
    assertSays(
        "ext:jpg iso:[low TO high]",
        """
        --where: iso is a whole number, got "low", at column 14
        ext:jpg iso:[low TO high]
                     ^
        """);
    assertSays(
        "exposure:1/60 AND taken:[2019 TO 2019-13]",
        """
        --where: taken is a date, got "2019-13", at column 34
        exposure:1/60 AND taken:[2019 TO 2019-13]
                                         ^
        """);
    assertThat(mistake("taken:soon").hint())
        .contains("write it like 2019, 2019-07, 2019-07-01, 2019-07-01T12:30, today, 7d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          iso:800.5      | iso is a whole number, got "800.5", at column 5
          iso:           | the query ends too early, at column 5
          iso:>          | iso is a whole number, got "", at column 5
          exposure:1/0   | exposure is an exposure time, got "1/0", at column 10
          size:2XB       | size is a size, got "2XB", at column 6
          iso:8*         | iso is a whole number, which has no beginnings or patterns, at column 5
          taken:2019~    | taken is a date, which has no beginnings or patterns, at column 7
          iso:[800 TO 1] | no iso is from 800 to 1, at column 6
          gps:Paris      | gps is a place on earth, which no words stand for, at column 5
          gps:[1 TO 2]   | gps is a place on earth, which no words stand for, at column 1
          title:/a(b/    | this is no regular expression, at column 7
          title:a\\      | a backslash stands before nothing, at column 8
          title:\\u12    | this cannot be read, at column 7
          title:a~1.5    | this cannot be read, at column 8
          title:a^b      | this cannot be read, at column 9
          """)
  void otherThings(String query, String message) {
    assertThat(mistake(query)).hasMessage("--where: " + message);
  }

  @Test
  void aSlashTooMany() {
    assertSays(
        "title:/a/b/",
        """
        --where: a slash begins a regular expression, and this one does not end, at column 11
        title:/a/b/
                  ^
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void nothing(String query) {
    assertThat(mistake(query)).hasMessage("--where is empty");
  }

  @Test
  void aMistakeInALongQueryIsShownWithItsSurroundings() {
    String names = "title:harbour AND ".repeat(100);
    assertSays(
        names + "iso:low\n" + names,
        """
        --where: iso is a whole number, got "low", at column 1805
        title:harbour AND title:harbour AND iso:low title:harbour AND title:ha
                                                ^
        """);
  }

  @Test
  void parenthesesWithoutEnd() {
    assertThat(mistake("(".repeat(10_000) + "a" + ")".repeat(10_000)))
        .hasMessage("--where: more than 100 parentheses are open, at column 101");
    assertThat(WhereQuery.of("(".repeat(100) + "a" + ")".repeat(100))).isNotNull();
  }

  @Test
  void moreThanCanBeAskedAtOnce() {
    String all =
        IntStream.range(0, 513).mapToObj(Integer::toString).collect(Collectors.joining(" OR "));
    assertThat(mistake("iso:(" + all + ")")).hasMessage("--where asks for more than 512 things");
    assertThat(mistake("a ".repeat(10_000))).hasMessage("--where asks for more than 512 things");
    assertThat(mistake("a".repeat(50_001)))
        .hasMessage("--where has 50,001 characters, expected at most 50,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title:/(a|b)*a(a|b){20}/",
        "title:/a{1,1000000000}/",
        "title:/((((a{100}){100}){100}){100}){100}/",
        "title:/[^a]*(a|b|c|d)*e[^f]{0,15}(a|e)*.*.*x.{14}/"
      })
  @Timeout(20)
  void patternsThatWouldNeverBeReady(String query) {
    assertThat(mistake(query).getMessage()).contains("too large, at column 7");
  }

  @Test
  void wildcardsWithoutEnd() {
    Query query = WhereQuery.of("title:" + "*a".repeat(200));
    assertThat(query).isNotNull();
    assertThat(mistake("title:" + "?*a".repeat(5_000)).getMessage()).contains("too large");
  }

  @Test
  void weightsWithoutEnd() {
    assertThat(mistake("a^" + "9".repeat(50)))
        .hasMessage("--where: this weight is too large, at column 3");
  }

  private static void assertSays(String query, String told) {
    UserException mistake = mistake(query);
    assertThat(mistake.getMessage() + "\n" + mistake.excerpt().orElseThrow() + "\n")
        .isEqualTo(told);
    assertThat(mistake.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  private static UserException mistake(String query) {
    return catchThrowableOfType(UserException.class, () -> WhereQuery.of(query));
  }
}
