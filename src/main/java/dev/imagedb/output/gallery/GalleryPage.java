package dev.imagedb.output.gallery;

import static java.util.stream.Collectors.joining;

import dev.imagedb.output.Console;
import dev.imagedb.output.FactSheet;
import dev.imagedb.output.PhotoFacts;
import dev.imagedb.output.Quantities;
import dev.imagedb.output.TableColumn;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Photo;
import dev.imagedb.thumbnail.Thumbnail;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A page that holds all it shows: thumbnails, what is known of each picture, a map of where they
/// were taken. One file, to be opened in a browser, and to be sent to others.
///
/// It works without its script, as a list of links to the pictures' files; with it, there are a
/// closer look at each, a filter and the keyboard.
public final class GalleryPage {
  /// As many as a browser shows without delay, in some 20 MB.
  public static final int MOST = 1000;

  private static final List<TableColumn> OF_ITS_SEARCH =
      List.of(
          TableColumn.SCORE,
          TableColumn.BELONGS,
          TableColumn.VECTOR,
          TableColumn.TEXT,
          TableColumn.PARTS);

  private static final String PICTURE = Template.resource("picture.html");
  private static final String IMAGE = Template.resource("image.html");

  private final String title;
  private final LocalDate made;
  private final Console console;

  /// @param title what was searched for, in words
  /// @param made when it was searched for
  /// @param console for the words in which it would tell of the same pictures
  public GalleryPage(String title, LocalDate made, Console console) {
    this.title = title;
    this.made = made;
    this.console = console;
  }

  /// The whole page, in UTF-8.
  public byte[] html(List<Exhibit> exhibits) {
    String style = Template.resource("gallery.css");
    String script = Template.resource("gallery.js");
    return new Template(Template.resource("gallery.html"))
        .text("styleHash", sha256(style))
        .text("scriptHash", sha256(script))
        .html("style", style)
        .html("script", script)
        .text("title", title)
        .text("count", Quantities.count(exhibits.size(), "picture"))
        .text("made", made.toString())
        .html("map", map(exhibits))
        .html("pictures", pictures(exhibits))
        .filled()
        .getBytes(StandardCharsets.UTF_8);
  }

  private String pictures(List<Exhibit> exhibits) {
    return exhibits.isEmpty()
        ? "<p>Nothing was found.</p>"
        : exhibits.stream()
            .map(this::picture)
            .collect(joining("", "<ol id=\"pictures\">\n", "</ol>"));
  }

  private String picture(Exhibit exhibit) {
    Photo photo = exhibit.entry().photo();
    Map<TableColumn, String> cells = TableColumn.cells(exhibit.entry(), console);
    return new Template(PICTURE)
        .text("address", photo.file().path().toUri().toASCIIString())
        .html("image", image(exhibit, photo))
        .text("name", console.name(photo))
        .text("rank", cell(cells, TableColumn.RANK))
        .text("score", cell(cells, TableColumn.SCORE))
        .text("when", cell(cells, TableColumn.TAKEN))
        .text("camera", cell(cells, TableColumn.CAMERA))
        .html("facts", facts(photo, cells))
        .filled();
  }

  private static String image(Exhibit exhibit, Photo photo) {
    return exhibit
        .thumbnail()
        .map(thumbnail -> image(thumbnail, photo))
        .orElse("<span class=\"nothing\">no preview</span>");
  }

  private static String image(Thumbnail thumbnail, Photo photo) {
    return new Template(IMAGE)
        .text("alt", words(photo))
        .text("data", Base64.getEncoder().encodeToString(thumbnail.jpeg()))
        .text("width", Integer.toString(thumbnail.size().width()))
        .text("height", Integer.toString(thumbnail.size().height()))
        .filled();
  }

  /// What its people say that a picture shows; nothing where they say nothing, since its name
  /// stands beside it and would only be read out twice.
  private static String words(Photo photo) {
    Description description = photo.metadata().description();
    return Stream.of(description.caption(), description.title(), String.join(", ", photo.labels()))
        .filter(words -> words != null && !words.isBlank())
        .findFirst()
        .orElse("");
  }

  /// What the closer look tells: what its search says of a picture, then what is known of it.
  private String facts(Photo photo, Map<TableColumn, String> cells) {
    String found =
        OF_ITS_SEARCH.stream()
            .filter(column -> !cell(cells, column).isEmpty())
            .map(column -> fact(column.title(), cell(cells, column)))
            .collect(joining());
    String known =
        PhotoFacts.of(photo, console).groups().stream().map(GalleryPage::group).collect(joining());
    return (found.isEmpty() ? "" : "<dl>" + found + "</dl>") + known;
  }

  private static String group(FactSheet.Group group) {
    return "<h3>%s</h3><dl>%s</dl>"
        .formatted(
            Template.escape(group.title()),
            group.facts().stream()
                .map(fact -> fact(fact.label(), fact.value()))
                .collect(joining()));
  }

  /// A fact that has no label is what its group's title says.
  private static String fact(String label, String value) {
    String term = label.isEmpty() ? "" : "<dt>" + Template.escape(label) + "</dt>";
    return "<div>" + term + "<dd>" + Template.escape(value) + "</dd></div>";
  }

  private static String cell(Map<TableColumn, String> cells, TableColumn column) {
    return cells.getOrDefault(column, "");
  }

  /// As a content security policy names what it allows (CSP level 3, section 2.3.1).
  private static String sha256(String text) {
    String hash = ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
  }

  private static String map(List<Exhibit> exhibits) {
    List<PlaceMap.Point> points =
        IntStream.range(0, exhibits.size())
            .boxed()
            .flatMap(number -> point(number, exhibits.get(number)).stream())
            .toList();
    return points.isEmpty()
        ? ""
        : new Template(Template.resource("map.html"))
            .html("map", new PlaceMap(points).svg())
            .filled();
  }

  private static Optional<PlaceMap.Point> point(int number, Exhibit exhibit) {
    return Optional.ofNullable(exhibit.entry().photo().metadata().place())
        .map(place -> new PlaceMap.Point(number, place));
  }
}
