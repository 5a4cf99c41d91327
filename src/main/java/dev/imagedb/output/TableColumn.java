package dev.imagedb.output;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Photo;
import dev.imagedb.store.Hit;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The columns of a table for people, from left to right.
enum TableColumn {
  RANK("#", true),
  SCORE("score", true),
  PATH("path", false),
  SIZE("size", true),
  TAKEN("taken", false),
  CAMERA("camera", false);

  private static final DateTimeFormatter TO_THE_MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final int WIDEST_CAMERA = 28;

  private final String title;
  private final boolean toTheRight;

  TableColumn(String title, boolean toTheRight) {
    this.title = title;
    this.toTheRight = toTheRight;
  }

  String title() {
    return title;
  }

  /// A cell's text in so many columns of the terminal.
  String aligned(String text, int width) {
    return toTheRight
        ? DisplayWidth.padStart(text, width)
        : DisplayWidth.padEnd(this == PATH ? DisplayWidth.cutMiddle(text, width) : text, width);
  }

  /// What stands in this column, harmless on a terminal; empty where nothing is known.
  String cell(Entry entry, Console console) {
    Photo photo = entry.photo();
    return switch (this) {
      case RANK -> ofHit(entry, hit -> Integer.toString(hit.rank()));
      case SCORE -> ofHit(entry, hit -> score(hit.score()));
      case PATH -> console.shown(photo.file().path());
      case SIZE -> size(photo);
      case TAKEN -> taken(photo.metadata().taken());
      case CAMERA -> DisplayWidth.cutEnd(camera(photo.metadata().camera()), WIDEST_CAMERA);
    };
  }

  private static String ofHit(Entry entry, Function<Hit, String> text) {
    return switch (entry) {
      case Entry.Found(Hit hit, boolean _) -> text.apply(hit);
      case Entry.Listed _ -> "";
    };
  }

  private static String score(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }

  private static String size(Photo photo) {
    Dimensions dimensions = photo.dimensions();
    if (!photo.readable()) {
      return "unreadable";
    }
    return dimensions == null ? "" : dimensions.width() + "x" + dimensions.height();
  }

  private static String taken(@Nullable CaptureTime taken) {
    return taken == null ? "" : TO_THE_MINUTE.format(taken.local());
  }

  /// The model, and the make before it where the model does not begin with it.
  static String camera(Camera camera) {
    String make = camera.make() == null ? "" : camera.make();
    String model = camera.model() == null ? "" : camera.model();
    String brand = make.split(" ", 2)[0];
    boolean told = model.regionMatches(true, 0, brand, 0, brand.length());
    return TerminalText.escape((told ? model : make + " " + model).strip());
  }
}
