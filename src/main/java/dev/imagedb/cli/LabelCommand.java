package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.labelling.Choice;
import dev.imagedb.labelling.LabelList;
import dev.imagedb.labelling.LabelledPicture;
import dev.imagedb.labelling.Labeller;
import dev.imagedb.labelling.Templates;
import dev.imagedb.labelling.ZeroShot;
import dev.imagedb.output.LabelPrinter;
import dev.imagedb.output.WorkProgressLine;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Scope;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb label`.
@Under("Put in order")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tell which of some words each picture shows, and keep them as its labels.",
    footer = {
      "  imagedb label --labels \"cat,dog,something else\"",
      "  imagedb label --labels labels.txt --min-probability 0.6 --write ~/photos/2024",
      "  imagedb search --text cat"
    })
final class LabelCommand implements Callable<Integer> {
  private final Program program;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Task task = new Task();

  @Option(
      names = "--top",
      paramLabel = "N",
      converter = PositiveInteger.class,
      defaultValue = "3",
      description = "How many labels a picture may have. Default: ${DEFAULT-VALUE}.")
  private Integer top = 3;

  @Option(
      names = "--min-probability",
      paramLabel = "P",
      defaultValue = "0.25",
      description = "Leave out labels that are less likely, 0 to 1. Default: ${DEFAULT-VALUE}.")
  private Double minProbability = 0.25;

  @Option(
      names = "--template",
      paramLabel = "WORDS",
      description =
          "The sentence that a label is put into, at {}. May be given several times. Default: \"a"
              + " photo of a {}\" and \"a photo of {}\".")
  private List<String> templates = Templates.USUAL.sentences();

  @Option(
      names = "--write",
      description =
          "Keep what is printed as the pictures' labels, in place of those they had; in the"
              + " database, never in the files.")
  private boolean write;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description = "Only these pictures of the database, or what lies under them.")
  private List<Path> paths = List.of();

  @Mixin private FormatOptions format = new FormatOptions();
  @Mixin private DatabaseOption database = new DatabaseOption();
  @Mixin private WaitOption wait = new WaitOption();

  /// What to do: one of these.
  private static final class Task {
    @Option(
        names = "--labels",
        paramLabel = "WORDS|FILE",
        description = "The labels, with commas between them, or a file with one a line.")
    private @Nullable String labels;

    @Option(names = "--clear", description = "Take all labels from the pictures.")
    private boolean clear;
  }

  LabelCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    PhotoStore store = wait.on(program.store(database), program.console());
    if (task.clear) {
      clear(store);
    } else {
      Path here = program.console().workingDirectory();
      label(LabelList.parse(String.valueOf(task.labels), here), store);
    }
    return ExitCode.DONE.code();
  }

  private void clear(PhotoStore store) {
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      labeller(reader).clear(writer);
      writer.commit();
    }
  }

  private void label(LabelList labels, PhotoStore store) {
    Choice choice = new Choice(top, minProbability);
    ZeroShot model = model(labels, new Templates(templates), store);
    List<LabelledPicture> labelled =
        write ? write(model, choice, store) : preview(model, choice, store);
    new LabelPrinter(program.console()).print(labelled, format.format());
  }

  private ZeroShot model(LabelList labels, Templates sentences, PhotoStore store) {
    EmbedderOptions how = EmbedderOptions.forQueries(Precision.FP32);
    int total = labels.labels().size();
    try (Embedder embedder = program.embedder(store, new ModelOptions(), how);
        WorkProgressLine progress = new WorkProgressLine(program.console(), "label")) {
      return ZeroShot.of(labels, sentences, embedder, done -> progress.update(done, total));
    }
  }

  private List<LabelledPicture> preview(ZeroShot model, Choice choice, PhotoStore store) {
    try (PhotoReader reader = store.reader()) {
      return labeller(reader).label(model, choice);
    }
  }

  /// The reader is opened after the writer, so that nobody changes what it has read.
  private List<LabelledPicture> write(ZeroShot model, Choice choice, PhotoStore store) {
    try (PhotoWriter writer = store.writer();
        PhotoReader reader = store.reader()) {
      List<LabelledPicture> labelled = labeller(reader).write(model, choice, writer);
      writer.commit();
      return labelled;
    }
  }

  private Labeller labeller(PhotoReader reader) {
    return new Labeller(reader, Scope.of(paths, program.console().workingDirectory()));
  }
}
