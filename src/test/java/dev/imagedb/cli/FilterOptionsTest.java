package dev.imagedb.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.store.Filter;
import dev.imagedb.store.Filter.Shape;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class FilterOptionsTest {
  /// The first of March in Auckland, where it is still the last of February in London.
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-02-29T20:00:00Z"), ZoneId.of("Pacific/Auckland"));

  private static final Path HERE = Path.of("").toAbsolutePath();

  @Command
  private static final class Filtering {
    @Mixin private FilterOptions options = new FilterOptions();
  }

  @Test
  void makeNoFilterOfNothing() {
    assertThat(filters()).isEmpty();
  }

  @Test
  void makeAFilterOfEach() {
    assertThat(
            filters(
                "--where=iso:800",
                "--where=ext:jpg",
                "--on=2019",
                "--near=48.85,2.29",
                "--box=-10,170,10,-170",
                "--camera=canon 5d",
                "--lens=50mm",
                "--ext=.JPG,*.png",
                "--ext=tif",
                "--under=a",
                "--under=../b",
                "--min-width=1000",
                "--min-height=500",
                "--landscape",
                "--rating=4"))
        .containsExactly(
            new Filter.Where("iso:800"),
            new Filter.Where("ext:jpg"),
            taken("2019-01-01T00:00", "2020-01-01T00:00"),
            new Filter.Near(48.85, 2.29, 1_000),
            new Filter.Box(-10, 170, 10, -170),
            new Filter.Camera("canon 5d"),
            new Filter.Lens("50mm"),
            new Filter.Extension(Set.of("jpg", "png", "tif")),
            new Filter.Under(List.of(HERE.resolve("a"), HERE.resolveSibling("b"))),
            new Filter.Size(1_000, 0),
            new Filter.Size(0, 500),
            new Filter.Shaped(Shape.LANDSCAPE),
            new Filter.Rated(4));
  }

  @ParameterizedTest
  @CsvSource({
    "--after=2019,                          2019-01-01T00:00,",
    "--before=2019-07,                      ,                 2019-07-01T00:00",
    "--on=2019-07-01,                       2019-07-01T00:00, 2019-07-02T00:00",
    "--on=2019-07-01T12:30,                 2019-07-01T12:30, 2019-07-01T12:31",
    "--after=today,                         2024-03-01T00:00,",
    "--on=yesterday,                        2024-02-29T00:00, 2024-03-01T00:00",
    "--after=7d,                            2024-02-23T00:00,",
    "--after=2019 --before=2021,            2019-01-01T00:00, 2021-01-01T00:00",
    "--after=2019-07 --on=2019,             2019-07-01T00:00, 2020-01-01T00:00",
    "--before=2019-07 --on=2019,            2019-01-01T00:00, 2019-07-01T00:00"
  })
  void countADateFromItsFirstMoment(
      String arguments, @Nullable String from, @Nullable String until) {
    assertThat(filters(arguments.split(" "))).containsExactly(taken(from, until));
  }

  @ParameterizedTest
  @CsvSource({
    "--after 2021 --before 2019, --after 2021 and --before 2019",
    "--after 2019 --before 2019, --after 2019 and --before 2019",
    "--on 2019 --after 2020, --on 2019 and --after 2020",
    "--before 2018-05 --on 2019, --on 2019 and --before 2018-05"
  })
  void refuseTimesThatExcludeEachOther(String arguments, String typed) {
    assertRefused(typed + " leave no time in which a picture could be taken", arguments.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--after", "--before", "--on"})
  void refuseADateThatIsNone(String option) {
    assertRefused(
        option
            + " is \"2019-13\", expected a date like 2019, 2019-07, 2019-07-01, 2019-07-01T12:30,"
            + " today, 7d",
        option,
        "2019-13");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-33.86,151.2         | -33.86 | 151.2  | 1000",
        "-33.86,-151.2,10km   | -33.86 | -151.2 | 10000",
        "48.8584, 2.2945, 5mi | 48.8584 | 2.2945 | 8046.72",
        "0,0,250 m            | 0      | 0      | 250"
      })
  void readAPlaceAndItsDistance(String near, double latitude, double longitude, double metres) {
    assertThat(filters("--near", near))
        .containsExactly(new Filter.Near(latitude, longitude, metres));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Paris", "48.85", "48.85,2.29,10", "48.85,2.29,-1km", "1,2,3km,4", "NaN,0"})
  void refuseAPlaceThatIsNone(String near) {
    assertRefused(
        "--near is \"%s\", expected latitude, longitude and a distance in m, km or mi"
            .formatted(near),
        "--near",
        near);
  }

  @Test
  void refuseAPlaceOffTheEarth() {
    assertRefused("no place on earth: 91.0,0.0 (latitude, longitude)", "--near", "91,0");
    assertRefused("a distance is 0.0 m, expected more than 0", "--near", "1,0,0km");
  }

  @Test
  void readABoxSouthOfTheEquator() {
    assertThat(filters("--box", "-34,150.5,-33,152"))
        .containsExactly(new Filter.Box(-34, 150.5, -33, 152));
  }

  @Test
  void refuseABoxThatIsNone() {
    assertRefused(
        "--box is \"1,2,3\", expected its south, west, north and east in degrees",
        "--box",
        "1,2,3");
    assertRefused("a box's south, 10.0, lies north of its north, -10.0", "--box", "10,0,-10,5");
  }

  @Test
  void refuseAnExtensionWithoutLetters() {
    assertRefused("--ext is \".\", expected extensions", "--ext", ".");
  }

  @Test
  void refuseWordsThatAreNone() {
    assertRefused("--camera has no words", "--camera", " ");
    assertRefused("--lens has no words", "--lens", "");
  }

  @Test
  void refuseARatingBeyondFiveStars() {
    assertRefused("--rating is 9, expected 1 to 5", "--rating", "9");
  }

  @Test
  void refuseTwoShapes() {
    assertThatThrownBy(() -> filters("--landscape", "--portrait"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--landscape, --portrait are mutually exclusive");
  }

  @ParameterizedTest
  @CsvSource({"--landscape, LANDSCAPE", "--portrait, PORTRAIT", "--square, SQUARE"})
  void takeOneShape(String option, Shape shape) {
    assertThat(filters(option)).containsExactly(new Filter.Shaped(shape));
  }

  private static Filter taken(@Nullable String from, @Nullable String until) {
    return new Filter.Taken(
        from == null ? null : LocalDateTime.parse(from),
        until == null ? null : LocalDateTime.parse(until));
  }

  private static void assertRefused(String message, String... arguments) {
    assertThatThrownBy(() -> filters(arguments))
        .isInstanceOfSatisfying(
            UserException.class,
            refusal -> {
              assertThat(refusal).hasMessage(message);
              assertThat(refusal.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
              assertThat(refusal.hint()).isPresent();
            });
  }

  private static List<Filter> filters(String... arguments) {
    Filtering command = new Filtering();
    new CommandLine(command).parseArgs(arguments);
    return command.options.filters(HERE, CLOCK);
  }
}
