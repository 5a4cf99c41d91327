package dev.imagedb.shell;

import dev.imagedb.manual.Command;
import dev.imagedb.manual.Manual;
import dev.imagedb.manual.Operand;
import dev.imagedb.manual.Option;
import dev.imagedb.manual.Value;
import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.search.Answer;
import dev.imagedb.store.Hit;
import dev.imagedb.store.HitList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/// A program with three commands, and answers of its search.
final class Examples {
  private static final Option SORT =
      new Option(
          List.of("--sort"), Value.of("score|taken", false), false, "Best first. Newest first.");

  static final Manual MANUAL =
      new Manual(
          command(
              "imagedb",
              List.of(),
              List.of(),
              command(
                  "search",
                  List.of(new Operand(Value.of("WORDS|FILE", false), false, true, "Words.")),
                  List.of(
                      new Option(
                          List.of("-k", "--limit"), Value.of("N", false), false, "How many."),
                      SORT,
                      new Option(List.of("--facet"), Value.of("camera|year", true), true, "Count."),
                      new Option(List.of("--camera"), Value.of("WORDS", false), false, "By it."),
                      new Option(List.of("--where"), Value.of("QUERY", false), true, "Fields."),
                      new Option(List.of("--model"), Value.of("ID|DIR", false), false, "Whose."),
                      new Option(List.of("--under"), Value.of("DIR", false), true, "Folders."),
                      new Option(List.of("--count"), null, false, "How many match."))),
              command(
                  "show",
                  List.of(new Operand(Value.of("FILE", false), true, false, "The picture.")),
                  List.of(new Option(List.of("--json"), null, false, "JSON."))),
              command(
                  "models",
                  List.of(),
                  List.of(),
                  command("list", List.of(), List.of()),
                  command("pull", List.of(), List.of()))),
          List.of("builtin", "large"));

  private Examples() {}

  private static Command command(
      String name, List<Operand> operands, List<Option> options, Command... below) {
    return new Command(
        name, List.of("Does " + name + "."), operands, options, List.of(below), List.of());
  }

  /// Hits of these ranks, `/photos/1.jpg` and so on, of as many in all.
  static Answer answer(int first, int last, long total) {
    List<Hit> hits =
        IntStream.rangeClosed(first, last)
            .mapToObj(rank -> new Hit(rank, 0, null, null, null, photo("/photos/" + rank + ".jpg")))
            .toList();
    return new Answer(new HitList(hits, false, total, null), List.of(), List.of());
  }

  private static Photo photo(String path) {
    return new Photo(
        new FileFacts(Path.of(path), 1, Instant.EPOCH),
        "00",
        ImageFormat.JPEG,
        null,
        Metadata.NONE,
        null,
        List.of(),
        null);
  }
}
