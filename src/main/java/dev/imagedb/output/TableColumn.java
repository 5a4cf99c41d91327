package dev.imagedb.output;

import static java.util.stream.Collectors.joining;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Photo;
import dev.imagedb.search.Explanation;
import dev.imagedb.search.Explanation.Part;
import dev.imagedb.store.Hit;
import dev.imagedb.store.Hit.Standing;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What people are told of a picture: the columns of a table, from left to right.
public enum TableColumn {
  RANK("#", true),
  SCORE("score", true),
  BELONGS("belongs", true),
  VECTOR("vector", true),
  TEXT("text", true),
  PARTS("parts", false),
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

  public String title() {
    return title;
  }

  /// What stands in each column, harmless on a terminal; empty where nothing is known.
  public static Map<TableColumn, String> cells(Entry entry, Console console) {
    Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
    for (TableColumn column : values()) {
      cells.put(column, column.cell(entry, console));
    }
    return cells;
  }

  /// A cell's text in so many columns of the terminal.
  String aligned(String text, int width) {
    return toTheRight
        ? DisplayWidth.padStart(text, width)
        : DisplayWidth.padEnd(this == PATH ? DisplayWidth.cutMiddle(text, width) : text, width);
  }

  private String cell(Entry entry, Console console) {
    Photo photo = entry.photo();
    return switch (this) {
      case RANK -> ofHit(entry, hit -> Integer.toString(hit.rank()));
      case SCORE -> ofHit(entry, hit -> hit.isScored() ? score(hit.score()) : "");
      case BELONGS -> ofExplained(entry, (hit, _) -> percent(hit.probability()));
      case VECTOR -> ofExplained(entry, (hit, _) -> standing(hit.vector()));
      case TEXT -> ofExplained(entry, (hit, _) -> standing(hit.text()));
      case PARTS -> ofExplained(entry, (_, explanation) -> parts(explanation));
      case PATH -> console.shown(photo.file().path());
      case SIZE -> size(photo);
      case TAKEN -> taken(photo.metadata().taken());
      case CAMERA -> DisplayWidth.cutEnd(camera(photo.metadata().camera()), WIDEST_CAMERA);
    };
  }

  private static String ofHit(Entry entry, Function<Hit, String> text) {
    return switch (entry) {
      case Entry.Found(Hit hit, boolean _, Explanation _) -> text.apply(hit);
      case Entry.Listed _ -> "";
    };
  }

  private static String ofExplained(Entry entry, BiFunction<Hit, Explanation, String> text) {
    return entry instanceof Entry.Found(Hit hit, boolean _, Explanation explanation)
            && explanation != null
        ? text.apply(hit, explanation)
        : "";
  }

  private static String percent(@Nullable Double probability) {
    return probability == null ? "" : String.format(Locale.ROOT, "%.0f %%", 100 * probability);
  }

  /// `0.2871 #3`: the score, and the place in the ranking by it.
  private static String standing(@Nullable Standing standing) {
    if (standing == null) {
      return "";
    }
    return score(standing.score()) + (standing.rank() == null ? "" : " #" + standing.rank());
  }

  /// The cosines with each part of the query, in its order; nothing where there is but one.
  private static String parts(Explanation explanation) {
    return explanation.parts().size() < 2
        ? ""
        : explanation.parts().stream().map(TableColumn::cosine).collect(joining(" "));
  }

  private static String cosine(Part part) {
    return part.cosine() == null ? "-" : score(part.cosine());
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
