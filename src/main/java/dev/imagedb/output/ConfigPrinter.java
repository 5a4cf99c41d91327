package dev.imagedb.output;

import dev.imagedb.settings.Origin;
import dev.imagedb.settings.Setting;
import dev.imagedb.settings.Settings;
import dev.imagedb.settings.SettingsFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Prints on standard output which options are set, where, and whether they count.
public final class ConfigPrinter {
  private final Console console;

  public ConfigPrinter(Console console) {
    this.console = console;
  }

  /// A line of the table.
  private record Row(String setting, String origin, String remark) {}

  /// For people: a line a setting, those first that count before others.
  ///
  /// @param doubt why a setting is passed over, where it is
  /// @param files named where nothing is set
  public void printText(
      Settings settings, Function<Setting, Optional<String>> doubt, List<SettingsFile> files) {
    List<Row> rows = settings.all().stream().map(setting -> row(setting, settings, doubt)).toList();
    int wide = widest(rows, Row::setting);
    int wider = widest(rows, Row::origin);
    for (Row row : rows) {
      String line =
          DisplayWidth.padEnd(row.setting(), wide)
              + "  "
              + DisplayWidth.padEnd(row.origin(), row.remark().isEmpty() ? 0 : wider)
              + (row.remark().isEmpty() ? "" : "  ");
      console.out().println(line + Style.FAINT.on(console, row.remark()));
    }
    console.out().flush();
    if (rows.isEmpty()) {
      console.warn("nothing is set, neither in " + names(files) + " nor by a variable");
    }
  }

  private static int widest(List<Row> rows, Function<Row, String> cell) {
    ToIntFunction<Row> width = row -> DisplayWidth.of(cell.apply(row));
    return rows.stream().mapToInt(width).max().orElse(0);
  }

  private String names(List<SettingsFile> files) {
    return String.join(" nor in ", files.stream().map(file -> console.shown(file.path())).toList());
  }

  private Row row(Setting setting, Settings settings, Function<Setting, Optional<String>> doubt) {
    String remark =
        doubt
            .apply(setting)
            .map(reason -> "passed over: " + reason)
            .or(() -> settings.inFrontOf(setting).map(nearer -> nearer.origin() + " counts"))
            .orElse("");
    return new Row(
        TerminalText.escape(setting.name() + " = " + setting.value()),
        shown(setting.origin()),
        TerminalText.escape(remark));
  }

  private String shown(Origin origin) {
    return switch (origin) {
      case Origin.Variable variable -> TerminalText.escape(variable.name());
      case Origin.Line line -> console.shown(line.file()) + ":" + line.number();
    };
  }

  /// One JSON array of `name`, `value`, `counts`, `variable` or `file` and `line`, and `doubt`
  /// where there is one.
  public void printJson(Settings settings, Function<Setting, Optional<String>> doubt) {
    Json json = Json.indented(console.out());
    json.array(
        () ->
            settings
                .all()
                .forEach(
                    setting ->
                        json.object(() -> write(json, setting, settings, doubt.apply(setting)))));
    console.out().println();
    console.out().flush();
  }

  private static void write(Json json, Setting setting, Settings settings, Optional<String> doubt) {
    json.field("name", setting.name())
        .field("value", setting.value())
        .field("counts", doubt.isEmpty() && settings.inFrontOf(setting).isEmpty());
    switch (setting.origin()) {
      case Origin.Variable(String name) -> json.field("variable", name);
      case Origin.Line line ->
          json.field("file", line.file().toString()).field("line", line.number());
    }
    json.field("doubt", doubt.orElse(null));
  }

  /// Where the files lie: paths, or a JSON array of `path` and `there`.
  public void printFiles(List<SettingsFile> files, boolean asJson) {
    if (asJson) {
      Json json = Json.indented(console.out());
      json.array(() -> files.forEach(file -> json.object(() -> write(json, file))));
      console.out().println();
    } else {
      files.forEach(file -> console.out().println(console.raw(file.path().toString())));
    }
    console.out().flush();
  }

  private static void write(Json json, SettingsFile file) {
    json.field("path", file.path().toString()).field("there", file.isThere());
  }
}
