package dev.imagedb.output;

import dev.imagedb.integrity.Difference;
import dev.imagedb.store.Damage;
import dev.imagedb.store.Health;
import java.util.List;
import java.util.Locale;

/// Prints on standard output whether a database is whole.
public final class CheckPrinter {
  private final Console console;

  public CheckPrinter(Console console) {
    this.console = console;
  }

  /// For people: `sound: 1,234 pictures in DIR`, else a line a damage, as compilers write their
  /// messages, and the sum of them.
  public void printText(Health health, List<Difference> differences) {
    health.damages().forEach(damage -> console.out().println(line(damage)));
    differences.forEach(
        difference ->
            console.out().println(line(console.shown(difference.path()), difference.reason())));
    console.out().println(summary(health, differences));
    console.out().flush();
  }

  private String summary(Health health, List<Difference> differences) {
    String all = Quantities.count(health.pictures(), "picture");
    String place = " in " + TerminalText.escape(health.location().toString());
    if (!health.isSound()) {
      return "damaged: %s of %s%s"
          .formatted(Quantities.count(health.damagedPictures()), all, place);
    }
    return differences.isEmpty()
        ? "sound: " + all + place
        : "sound: %s%s; %s"
            .formatted(all, place, Quantities.count(differences.size(), "file") + " differ");
  }

  private String line(Damage damage) {
    return switch (damage) {
      case Damage.Part(String name, int pictures, String reason) ->
          line(Quantities.count(pictures, "picture") + " in part " + name, reason);
      case Damage.Repeated(var path, int times) ->
          line(console.shown(path), "it is stored " + times + " times");
      case Damage.Unsound(var path, String reason) -> line(console.shown(path), reason);
      case Damage.Foreign(var path, String reason) -> line(console.shown(path), reason);
    };
  }

  private static String line(String subject, String reason) {
    return subject + ": " + TerminalText.escape(reason);
  }

  /// One JSON object: `sound`, `database`, `pictures`, `damages` (`kind`, `path` or `part`,
  /// `pictures` that are lost with it, `reason`), and `files` that differ (`kind`, `path`,
  /// `reason`).
  public void printJson(Health health, List<Difference> differences) {
    Json json = Json.indented(console.out());
    json.object(
        () -> {
          json.field("sound", health.isSound() && differences.isEmpty())
              .field("database", health.location().toString())
              .field("pictures", health.pictures());
          json.array("damages", () -> health.damages().forEach(damage -> write(json, damage)));
          json.array("files", () -> differences.forEach(file -> write(json, file)));
        });
    console.out().println();
    console.out().flush();
  }

  private static void write(Json json, Damage damage) {
    json.object(
        () -> {
          switch (damage) {
            case Damage.Part(String name, _, String reason) ->
                json.field("kind", "part").field("part", name).field("reason", reason);
            case Damage.Repeated(var path, int times) ->
                json.field("kind", "repeated").field("path", path.toString()).field("times", times);
            case Damage.Unsound(var path, String reason) ->
                json.field("kind", "unsound")
                    .field("path", path.toString())
                    .field("reason", reason);
            case Damage.Foreign(var path, String reason) ->
                json.field("kind", "foreign")
                    .field("path", path.toString())
                    .field("reason", reason);
          }
          json.field("pictures", damage.pictures());
        });
  }

  private static void write(Json json, Difference difference) {
    json.object(
        () ->
            json.field("kind", difference.kind().name().toLowerCase(Locale.ROOT))
                .field("path", difference.path().toString())
                .field("reason", difference.reason()));
  }
}
