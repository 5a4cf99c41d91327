package dev.imagedb.output.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.imagedb.photo.Place;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceMapTest {
  private static final Pattern NUMBERS = Pattern.compile("data-pictures=\"([^\"]*)\"");

  @Test
  void showsAsMuchOfTheWorldAsThereArePlaces() {
    Projection map = Projection.of(List.of(at(40, -10), at(60, 30)), 720, 400);
    assertThat(map.x(-10)).isBetween(0.0, 200.0);
    assertThat(map.x(30)).isBetween(520.0, 720.0);
    assertThat(map.y(60)).isBetween(0.0, 100.0);
    assertThat(map.y(40)).isBetween(300.0, 400.0);
  }

  @Test
  void isAsLongInEveryDirectionInTheMiddle() {
    Projection map = Projection.of(List.of(at(59, 10), at(61, 12)), 720, 400);
    double across = map.x(11) - map.x(10);
    double down = map.y(60) - map.y(61);
    assertThat(across / down).isCloseTo(0.5, within(0.001));
  }

  @Test
  void keepsPlacesTogetherThatLieOnBothSidesOfTheDateLine() {
    Projection map = Projection.of(List.of(at(-17, 179), at(-17, -179)), 720, 400);
    assertThat(map.x(-179) - map.x(179)).isBetween(300.0, 720.0);
    assertThat(map.degreesAcross()).isLessThan(5);
  }

  @Test
  void hasSomeLandAroundOnePlace() {
    Projection map = Projection.of(List.of(at(0, 0)), 720, 400);
    assertThat(map.x(0)).isCloseTo(360, within(0.001));
    assertThat(map.y(0)).isCloseTo(200, within(0.001));
    assertThat(map.kilometresPerPixel() * 400).isCloseTo(2.2, within(0.1));
  }

  @Test
  void makesOneDotOfPlacesThatCannotBeToldApart() {
    List<PlaceMap.Point> points =
        List.of(point(0, 48.85, 2.29), point(4, 48.86, 2.30), point(7, 41.9, 12.5));
    String svg = new PlaceMap(points).svg();
    assertThat(NUMBERS.matcher(svg).results().map(found -> found.group(1)))
        .containsExactly("0 4", "7");
    assertThat(svg)
        .containsPattern("aria-label=\"2 pictures around 48.8[56]° N, 2.[23]\\d° E\"")
        .contains("aria-label=\"1 picture at 41.90° N, 12.50° E\"")
        .contains(">2</text>");
  }

  @Test
  void holdsManyPicturesOfTheWholeWorld() {
    List<PlaceMap.Point> points =
        IntStream.range(0, 1000)
            .mapToObj(i -> point(i, i * 37 % 180 - 90, i * 101 % 360 - 180))
            .toList();
    String svg = new PlaceMap(points).svg();
    assertThat(svg).doesNotContain("NaN", "Infinity");
    int pictures =
        NUMBERS.matcher(svg).results().mapToInt(found -> found.group(1).split(" ").length).sum();
    assertThat(pictures).isEqualTo(1000);
  }

  @Test
  void namesItsMeridiansAndParallels() {
    Projection map = Projection.of(List.of(at(40, -10), at(60, 30)), 720, 400);
    assertThat(new Graticule(map).svg())
        .contains(">0°</text>", ">15° E</text>", ">15° W</text>", ">50° N</text>");
  }

  @ParameterizedTest
  @CsvSource({"1, 100 km", "0.001, 100 m", "0.0013, 200 m", "40, '5,000 km'", "0.00725, 1 km"})
  void hasAScaleOfARoundLength(double kilometresPerPixel, String words) {
    MapScale scale = MapScale.of(kilometresPerPixel);
    assertThat(scale.words()).isEqualTo(words);
    assertThat(scale.pixels()).isBetween(60.0, 160.0);
  }

  @ParameterizedTest
  @CsvSource({"190, 170° W", "-190, 170° E", "0.004, 0°", "180, 180° W", "370, 10° E"})
  void namesLongitudesBetweenEastAndWest(double degrees, String name) {
    assertThat(Degrees.longitude(degrees, 0)).isEqualTo(name);
  }

  private static Place at(double latitude, double longitude) {
    return new Place(latitude, longitude, null);
  }

  private static PlaceMap.Point point(int number, double latitude, double longitude) {
    return new PlaceMap.Point(number, at(latitude, longitude));
  }
}
