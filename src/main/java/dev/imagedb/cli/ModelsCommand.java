package dev.imagedb.cli;

import dev.imagedb.embed.hub.CachedModel;
import dev.imagedb.embed.hub.KnownModel;
import dev.imagedb.embed.hub.KnownModels;
import dev.imagedb.embed.models.ModelLibrary;
import dev.imagedb.embed.models.ModelSheet;
import dev.imagedb.embed.models.Verification;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.output.DownloadProgressLine;
import dev.imagedb.output.ModelListPrinter;
import dev.imagedb.output.ModelPrinter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb models` and what can be done with them; by itself it lists them.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "[COMMAND]",
    description = "List, fetch, show, verify and remove models.",
    footer = {
      "  imagedb models pull laion/CLIP-ViT-B-32-laion2B-s34B-b79K",
      "  imagedb models verify builtin",
      "A model is named by a folder, by ORGANISATION/NAME[@REVISION] on the Hugging Face hub,",
      "by OpenCLIP's own ViT-B-32/laion2b_s34b_b79k, by a short name, or as builtin."
    })
final class ModelsCommand implements Callable<Integer> {
  private final Program program;

  @Mixin private ListOptions options = new ListOptions();

  ModelsCommand(Program program) {
    this.program = program;
  }

  /// What `models` and `models list` share.
  static final class ListOptions {
    @Option(names = "--known", description = "List OpenCLIP's names for published models, too.")
    private boolean known;

    @Option(names = "--json", description = "Print JSON, with all known names.")
    private boolean json;
  }

  @Override
  public Integer call() {
    return list(options);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the models that are here, and names of others.")
  int list(@Mixin ListOptions chosen) {
    List<CachedModel> here = program.library().cached();
    List<KnownModel> names = KnownModels.shortNames();
    ModelListPrinter printer = new ModelListPrinter(program.console());
    if (chosen.json) {
      printer.printJson(here, Stream.of(names, KnownModels.pairs()).flatMap(List::stream).toList());
    } else {
      printer.printText(here, names, chosen.known ? KnownModels.pairs() : List.of());
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "pull",
      mixinStandardHelpOptions = true,
      description = "Fetch a model, or bring it up to date; goes on where it broke off.")
  int pull(
      @Parameters(paramLabel = "NAME", description = "A model on the hub.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    CachedModel model = pulled(name);
    ModelPrinter printer = new ModelPrinter(program.console());
    if (json) {
      printer.printJson(model);
    } else {
      printer.printText(model);
    }
    return ExitCode.DONE.code();
  }

  private CachedModel pulled(String name) {
    DownloadProgressLine downloads = new DownloadProgressLine(program.console());
    try {
      return program.library().pull(name, downloads::update);
    } finally {
      downloads.finish();
    }
  }

  @Command(
      name = "info",
      mixinStandardHelpOptions = true,
      description = "Show what a model is: towers, sizes, preprocessing, licence, disk.")
  int info(
      @Parameters(paramLabel = "NAME|DIR", description = "A model that is here.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    ModelSheet sheet = program.library().describe(name);
    ModelPrinter printer = new ModelPrinter(program.console());
    if (json) {
      printer.printJson(sheet);
    } else {
      printer.printText(sheet);
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Remove a model from the hub's cache. Folders of yours are never touched.")
  int remove(
      @Parameters(paramLabel = "NAME", description = "A model of the hub.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    long freed = program.library().remove(name);
    ModelPrinter printer = new ModelPrinter(program.console());
    if (json) {
      printer.printRemovedJson(name, freed);
    } else {
      printer.printRemovedText(name, freed);
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Check a model's files by their hashes, and that it embeds as it should.")
  int verify(
      @Parameters(paramLabel = "NAME|DIR", description = "A model that is here.") String name,
      @Option(names = "--json", description = "Print JSON.") boolean json) {
    ModelLibrary library = program.library();
    Verification verification = library.verify(name);
    ModelPrinter printer = new ModelPrinter(program.console());
    if (json) {
      printer.printJson(verification);
    } else {
      printer.printText(verification);
    }
    return (verification.isSound() ? ExitCode.DONE : ExitCode.FAILED).code();
  }
}
