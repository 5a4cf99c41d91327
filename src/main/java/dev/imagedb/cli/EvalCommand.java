package dev.imagedb.cli;

import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.evaluation.Evaluator;
import dev.imagedb.evaluation.Outcome;
import dev.imagedb.evaluation.Task;
import dev.imagedb.evaluation.TopicFile;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.EvaluationPrinter;
import dev.imagedb.output.WorkProgressLine;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `imagedb eval`.
@Under("Look after it")
@Command(
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measure how good the answers are, with 95 %% confidence intervals.",
    footer = {
      "Pictures are named by paths, absolute or relative to the file that names them, or by file"
          + " names that only one picture has.",
      "  imagedb eval captions.csv",
      "  imagedb eval --labels breeds.csv --json",
      "  imagedb eval --judgements qrels.txt --topics topics.tsv --run run.txt",
      "  imagedb eval --recall"
    })
final class EvalCommand implements Callable<Integer> {
  private final Program program;

  @Parameters(
      paramLabel = "CAPTIONS",
      arity = "0..1",
      description = "Captions that must find their picture: a CSV file with image,caption.")
  private @Nullable Path captions;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "Labels that must be told from each other: a CSV file with image,label.")
  private @Nullable Path labels;

  @Option(
      names = "--judgements",
      paramLabel = "FILE",
      description = "What is relevant for --topics, as TREC's qrels: topic 0 picture relevance.")
  private @Nullable Path judgements;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description = "The prompts of --judgements, one a line: topic, a tab, and the words.")
  private @Nullable Path topics;

  @Option(
      names = "--recall",
      description =
          "Measure the index instead: what usual searches find of what exact ones do, for the"
              + " captions, or else for pictures of the database.")
  private boolean recall;

  @Seldom
  @Option(
      names = "--sample",
      paramLabel = "N",
      converter = PositiveInteger.class,
      defaultValue = "200",
      description = "How many pictures --recall asks for. Default: ${DEFAULT-VALUE}.")
  private Integer sample = 200;

  @Seldom
  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Write all rankings for trec_eval to measure.")
  private @Nullable Path run;

  @Seldom
  @Option(
      names = "--run-qrels",
      paramLabel = "FILE",
      description = "Write the judgements that go with --run.")
  private @Nullable Path runJudgements;

  @Option(names = "--json", description = "Print a JSON object.")
  private boolean json;

  @Mixin private DatabaseOption database = new DatabaseOption();

  EvalCommand(Program program) {
    this.program = program;
  }

  @Override
  public Integer call() {
    Task task = task();
    PhotoStore store = program.store(database);
    EmbedderOptions how = EmbedderOptions.forQueries(Precision.FP32);
    try (PhotoReader reader = store.reader();
        OnDemand<Embedder> embedder =
            new OnDemand<>(() -> program.embedder(store, new ModelOptions(), how))) {
      Outcome outcome = evaluate(task, reader, embedder);
      print(outcome, store);
      return outcome.exitCode().code();
    }
  }

  private Outcome evaluate(Task task, PhotoReader reader, Supplier<Embedder> embedder) {
    try (WorkProgressLine progress = new WorkProgressLine(program.console(), "prompt")) {
      return new Evaluator(reader, embedder, progress::update).evaluate(task);
    }
  }

  private Task task() {
    requireOneTask();
    if (recall) {
      return new Task.Recall(resolved(captions), sample);
    }
    Path named = resolved(labels);
    return named == null
        ? new Task.Topics(topicFile(), resolved(run), resolved(runJudgements))
        : new Task.Labels(named);
  }

  private TopicFile topicFile() {
    Path judged = resolved(judgements);
    Path asked = resolved(topics);
    return judged == null || asked == null
        ? TopicFile.ofCaptions(Objects.requireNonNull(resolved(captions)))
        : TopicFile.ofTrec(judged, asked);
  }

  private void requireOneTask() {
    long files = Stream.of(captions, labels, judgements).filter(Objects::nonNull).count();
    boolean indexAlone = recall && labels == null && judgements == null;
    if (recall ? !indexAlone : files != 1) {
      throw UserException.usage(
          "expected one of: captions, --labels, --judgements, --recall", "imagedb eval --help");
    }
    if ((judgements == null) != (topics == null)) {
      throw UserException.usage(
          "--judgements and --topics go together",
          "imagedb eval --judgements qrels.txt --topics topics.tsv");
    }
  }

  private @Nullable Path resolved(@Nullable Path file) {
    return file == null ? null : program.console().workingDirectory().resolve(file).normalize();
  }

  private void print(Outcome outcome, PhotoStore store) {
    String name = store.space().map(VectorSpace::model).orElse("");
    EvaluationPrinter printer = new EvaluationPrinter(program.console(), name);
    if (json) {
      printer.printJson(outcome.report());
    } else {
      printer.printText(outcome.report());
    }
    printer.warnOf(outcome.absent());
  }
}
