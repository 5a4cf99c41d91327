package dev.imagedb.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Compares the reader with ExifTool on camera pictures of many makers. Skipped where the pictures
/// or ExifTool are absent.
class MetadataAgreesWithExiftoolTest {
  private static final Path PICTURES =
      Path.of("../shared/photos/exif").toAbsolutePath().normalize();

  private static final List<String> TAGS =
      List.of(
          "Make",
          "Model",
          "DateTimeOriginal",
          "ISO",
          "Aperture",
          "ShutterSpeed",
          "FocalLength",
          "GPSLatitude",
          "GPSLongitude",
          "GPSAltitude",
          "Orientation");

  private static final List<Case> CASES = new ArrayList<>();

  /// What ExifTool and the reader say of one picture.
  private record Case(String file, JsonObject exiftool, Metadata ours) {
    @Nullable String text(String tag) {
      JsonElement value = exiftool.get(tag);
      return value == null || value.getAsString().isBlank() ? null : value.getAsString().strip();
    }

    @Nullable Double number(String tag) {
      JsonElement value = exiftool.get(tag);
      return value == null || value.getAsString().isBlank() ? null : value.getAsDouble();
    }
  }

  @BeforeAll
  static void readBoth() throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(PICTURES), "no camera pictures at ../shared/photos/exif");
    assumeTrue(exiftoolIsInstalled(), "exiftool is not installed (libimage-exiftool-perl)");
    MetadataReader reader = new MetadataReader();
    for (JsonElement element : JsonParser.parseString(exiftool()).getAsJsonArray()) {
      Path file = Path.of(element.getAsJsonObject().get("SourceFile").getAsString());
      byte[] bytes = Files.readAllBytes(file);
      String name = file.getFileName().toString();
      byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, ImageFormat.HEAD_LENGTH));
      ImageFormat.of(head, name.substring(name.lastIndexOf('.') + 1))
          .map(format -> reader.read(bytes, format))
          .ifPresent(ours -> CASES.add(new Case(name, element.getAsJsonObject(), ours)));
    }
  }

  private static boolean exiftoolIsInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("exiftool", "-ver").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String exiftool() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("exiftool", "-j", "-n", "-r", "-q"));
    TAGS.forEach(tag -> command.add("-" + tag));
    command.add(PICTURES.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return json;
  }

  @Test
  void comparesWithEnoughPicturesToMeanSomething() {
    assertThat(CASES).hasSizeGreaterThan(70);
    assertThat(CASES).filteredOn(each -> each.text("Make") != null).hasSizeGreaterThan(40);
  }

  @Test
  void agreesOnMake() {
    sameText("Make", ours -> ours.camera().make());
  }

  @Test
  void agreesOnModel() {
    sameText("Model", ours -> ours.camera().model());
  }

  /// Where ExifTool has no DateTimeOriginal, ours comes from the next best source.
  @Test
  void agreesOnDate() {
    SoftAssertions softly = new SoftAssertions();
    for (Case each : CASES) {
      String theirs = each.text("DateTimeOriginal");
      if (theirs != null) {
        LocalDateTime local = each.ours().taken() == null ? null : each.ours().taken().local();
        softly.assertThat(local).as(each.file()).isEqualTo(parse(theirs));
      }
    }
    softly.assertAll();
  }

  private static LocalDateTime parse(String date) {
    return CaptureTimes.parse(date)
        .orElseThrow(() -> new AssertionError("no date: " + date))
        .local();
  }

  @Test
  void agreesOnIso() {
    sameNumber(
        "ISO", 0.5, ours -> ours.exposure().iso() == null ? null : (double) ours.exposure().iso());
  }

  @Test
  void agreesOnAperture() {
    sameNumber("Aperture", 1e-6, ours -> ours.exposure().aperture());
  }

  @Test
  void agreesOnExposureTime() {
    sameNumber("ShutterSpeed", 1e-6, ours -> ours.exposure().seconds());
  }

  @Test
  void agreesOnFocalLength() {
    sameNumber("FocalLength", 1e-6, ours -> ours.exposure().focalLength());
  }

  @Test
  void agreesOnPlace() {
    sameNumber("GPSLatitude", 1e-9, ours -> place(ours, Place::latitude));
    sameNumber("GPSLongitude", 1e-9, ours -> place(ours, Place::longitude));
    sameNumber("GPSAltitude", 1e-6, ours -> place(ours, Place::altitude));
  }

  @Test
  void agreesOnOrientation() {
    SoftAssertions softly = new SoftAssertions();
    for (Case each : CASES) {
      Double theirs = each.number("Orientation");
      if (theirs != null) {
        softly
            .assertThat(each.ours().orientation().tag())
            .as(each.file())
            .isEqualTo(theirs.intValue());
      }
    }
    softly.assertAll();
  }

  private static @Nullable Double place(Metadata ours, Function<Place, @Nullable Double> part) {
    return ours.place() == null ? null : part.apply(ours.place());
  }

  private static void sameText(String tag, Function<Metadata, @Nullable String> ours) {
    SoftAssertions softly = new SoftAssertions();
    for (Case each : CASES) {
      softly.assertThat(ours.apply(each.ours())).as(each.file()).isEqualTo(each.text(tag));
    }
    softly.assertAll();
  }

  private static void sameNumber(
      String tag, double tolerance, Function<Metadata, @Nullable Double> ours) {
    SoftAssertions softly = new SoftAssertions();
    for (Case each : CASES) {
      Double theirs = each.number(tag);
      if (theirs == null) {
        softly.assertThat(ours.apply(each.ours())).as(each.file()).isNull();
      } else {
        softly
            .assertThat(ours.apply(each.ours()))
            .as(each.file())
            .isNotNull()
            .isCloseTo(theirs, within(tolerance));
      }
    }
    softly.assertAll();
  }
}
