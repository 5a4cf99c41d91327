package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.VectorPrinter;
import dev.imagedb.search.PictureQuery;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.PhotoStore;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `imagedb encode`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Print the vector of a picture or of words.",
    footer = {"  imagedb encode --prompt \"a dog\" --json", "  imagedb encode --image q.jpg"})
final class EncodeCommand implements Callable<Integer> {
  private final Program program;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Input input = new Input();

  @Option(names = "--json", description = "Print a JSON object: model, dimension, vector.")
  private boolean json;

  @Mixin private ModelOptions model = new ModelOptions();
  @Mixin private DecodeOptions decode = new DecodeOptions();
  @Mixin private SourceOptions sources = new SourceOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();

  /// What to encode: one of these.
  private static final class Input {
    @Option(
        names = "--image",
        paramLabel = "FILE|URL|-",
        description = "A picture: a file, an address, or - for standard input.")
    private @Nullable String image;

    @Option(names = "--prompt", paramLabel = "WORDS", description = "Words.")
    private @Nullable String prompt;
  }

  EncodeCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PhotoStore store = program.store(database);
    EmbedderOptions how = EmbedderOptions.forQueries(model.precision());
    try (Embedder embedder = program.embedder(store, model, how)) {
      VectorPrinter printer = new VectorPrinter(program.console());
      if (json) {
        printer.printJson(embedder.space(), vector(embedder));
      } else {
        printer.printText(vector(embedder));
      }
    }
    return ExitCode.DONE.code();
  }

  private float[] vector(Embedder embedder) {
    if (input.prompt != null) {
      return embedder.embedText(input.prompt);
    }
    PictureSource image =
        PictureSource.of(String.valueOf(input.image), program.console().workingDirectory());
    return new PictureQuery(sources.reader(program.in()), decode.decoder(), decode.full())
        .embed(image, embedder);
  }
}
