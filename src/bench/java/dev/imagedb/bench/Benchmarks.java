package dev.imagedb.bench;

import dev.imagedb.bench.input.Made;
import dev.imagedb.bench.row.IndexRow;
import dev.imagedb.bench.row.MemoryRow;
import dev.imagedb.bench.row.MillionRow;
import dev.imagedb.bench.row.NetworkRow;
import dev.imagedb.bench.row.PictureQueriesRow;
import dev.imagedb.bench.row.PromptRow;
import dev.imagedb.bench.row.RecallRow;
import dev.imagedb.bench.row.ReindexRow;
import dev.imagedb.bench.row.WordsRow;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures imagedb beside its limits and its peers.
///
/// Run with `mvn -q -Pbench verify`. Writes `results.json` and `table.md` into `target/benchmark`,
/// anew after each row.
public final class Benchmarks {
  private final Options options;
  private final Setting setting;
  private final Conditions conditions;
  private final List<Result> results = new ArrayList<>();

  private Benchmarks(Options options, Setting setting, Conditions conditions) {
    this.options = options;
    this.setting = setting;
    this.conditions = conditions;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Files.createDirectories(Made.FOLDER);
    Options options = Options.fromProperties();
    Setting setting = Setting.of(options);
    new Benchmarks(options, setting, Conditions.of(setting)).run();
  }

  private void run() throws IOException, InterruptedException {
    shareTheVocabulary();
    for (Row row : rows()) {
      if (options.wants(row)) {
        IO.println(row.name());
        results.add(new Race(row, options.rounds(row), line -> IO.println("  " + line)).run());
        write();
      }
    }
    IO.println(new ResultTable(conditions, results));
  }

  /// In the order of the table.
  private List<Row> rows() {
    return List.of(
        new NetworkRow(setting),
        IndexRow.ofPhotographs(setting),
        IndexRow.ofMixedSizes(setting),
        IndexRow.ofRealPhotographs(setting),
        new ReindexRow(setting),
        new PromptRow(setting),
        new WordsRow(setting),
        new PictureQueriesRow(setting),
        new MillionRow(),
        new RecallRow(),
        new MemoryRow(setting));
  }

  /// Both sides then split words into the same tokens.
  private void shareTheVocabulary() throws IOException {
    try {
      RandomCheckpoint.takeVocabulary(Path.of(setting.python().peers().vocabulary()));
    } catch (Skip alone) {
      IO.println(alone.getMessage());
    }
  }

  private void write() throws IOException {
    Files.writeString(
        Made.FOLDER.resolve("results.json"), new ResultJson(conditions, results) + "\n");
    Files.writeString(Made.FOLDER.resolve("table.md"), new ResultTable(conditions, results) + "\n");
  }
}
