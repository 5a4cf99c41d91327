package dev.imagedb.output;

import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Prints all that is known of one picture on standard output.
public final class PhotoPrinter {
  private final Console console;

  public PhotoPrinter(Console console) {
    this.console = console;
  }

  /// For people: what has a meaning for us in groups, then every tag as it stands in the file.
  public void printText(Photo photo) {
    FactSheet sheet = PhotoFacts.of(photo, console);
    addTags(sheet, photo.metadata().tags());
    sheet.print();
  }

  /// One JSON object: [PhotoFields#details].
  public void printJson(Photo photo) {
    Json json = Json.indented(console.out());
    json.object(() -> new PhotoFields(json).details(photo));
    console.out().println();
    console.out().flush();
  }

  private static void addTags(FactSheet sheet, List<Tag> tags) {
    Map<String, List<Tag>> byGroup =
        tags.stream()
            .collect(Collectors.groupingBy(Tag::group, LinkedHashMap::new, Collectors.toList()));
    byGroup.forEach(
        (group, members) -> {
          sheet.group("tags: " + group);
          members.forEach(tag -> sheet.fact(tag.name(), tag.value()));
        });
  }
}
