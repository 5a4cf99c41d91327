package dev.imagedb.fuzz;

import static dev.imagedb.fuzz.Seeds.icon;
import static dev.imagedb.fuzz.Seeds.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What strangers write, and where to begin.
///
/// @param name of the class before `Target`
/// @param call Jazzer's method
record Target(String name, Consumer<byte[]> call, List<byte[]> seeds) {
  static final List<Target> ALL =
      List.of(
          new Target("Decoder", DecoderTarget::fuzzerTestOneInput, Seeds.pictures()),
          new Target("Metadata", MetadataTarget::fuzzerTestOneInput, Seeds.pictures()),
          new Target("Sniffer", SnifferTarget::fuzzerTestOneInput, Seeds.pictures()),
          new Target(
              "IgnoreFile",
              IgnoreFileTarget::fuzzerTestOneInput,
              List.of(text("# no\n*.tmp\n!keep.tmp\n/a/**/b/\n[!a-z]?\\ \n"), icon())),
          new Target("Safetensors", SafetensorsTarget::fuzzerTestOneInput, ModelSeeds.weights()),
          new Target("ModelConfig", ModelConfigTarget::fuzzerTestOneInput, ModelSeeds.configs()),
          new Target("Tokenizer", TokenizerTarget::fuzzerTestOneInput, ModelSeeds.tokenizers()),
          new Target(
              "Query",
              QueryTarget::fuzzerTestOneInput,
              List.of(
                  text("a dog on a beach^2"),
                  text("{\"id\": 7, \"prompt\": [\"a dog\", \"snow^0.5\"], \"limit\": 5}"))),
          new Target(
              "Where",
              WhereTarget::fuzzerTestOneInput,
              List.of(
                  text("taken:[2019 TO 2020-06] AND (iso:>=800 OR NOT camera:\"X100V\"~2)"),
                  text(
                      "title:/harb.*r|(a{1,3}[^b]c)+/ path:*/2019/* labels:cat~ size:>2MB gps:*"))),
          new Target(
              "Settings",
              SettingsTarget::fuzzerTestOneInput,
              List.of(
                  text("# so many\nlimit = 20\nsearch.limit=50\n\nexclude = *.tmp\nno.color=\n"))));

  @Override
  public String toString() {
    return name;
  }

  /// Writes the seeds of all targets for Jazzer, each into a folder of the target's name.
  public static void main(String[] folder) throws IOException {
    for (Target target : ALL) {
      Path corpus = Files.createDirectories(Path.of(folder[0], target.name()));
      for (int i = 0; i < target.seeds().size(); i++) {
        Files.write(corpus.resolve("seed-" + i), target.seeds().get(i));
      }
    }
  }
}
