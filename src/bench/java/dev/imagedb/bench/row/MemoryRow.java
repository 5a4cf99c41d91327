package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Skip;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.child.Child;
import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.Library;
import dev.imagedb.bench.input.Made;
import dev.imagedb.bench.input.ManyFiles;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The most memory that indexing holds at once, without the weights, which are a mapped file.
public record MemoryRow(Setting setting) implements Row {
  private static final String PHOTOGRAPHS = "imagedb, 12 megapixels, ";
  private static final String LARGE = "imagedb, 100 megapixels";
  private static final String MANY = "imagedb, many files, a small model";
  private static final Path SMALL_MODEL = Path.of("samples", "model").toAbsolutePath();
  private static final double MEGABYTE = 1e6;
  private static final Target TARGET = Target.atMost(1_500);

  @Override
  public String name() {
    return "memory while indexing, beside the weights";
  }

  @Override
  public String unit() {
    return "MB";
  }

  @Override
  public Length length() {
    return Length.LONG;
  }

  /// Many files would take the large model an hour, and memory for each is no matter of the model.
  @Override
  public List<Contender> contenders() throws Exception {
    Library photographs = Library.photographs(setting.sizes().photographs());
    Library large = Library.large(setting.sizes().large());
    Library many = ManyFiles.of(setting.sizes().many()).library();
    Path model = RandomCheckpoint.folder();
    return List.of(
        contender(PHOTOGRAPHS + Precision.FP32.label(), photographs, model, Precision.FP32),
        contender(PHOTOGRAPHS + Precision.AUTO.label(), photographs, model, Precision.AUTO),
        contender(LARGE, large, model, Precision.FP32),
        contender(MANY, many, SMALL_MODEL, Precision.FP32));
  }

  private static Contender contender(
      String label, Library library, Path model, Precision precision) {
    return Contender.of(label, () -> megabytes(library, model, precision));
  }

  private static double megabytes(Library library, Path model, Precision precision)
      throws Exception {
    Child child =
        new Imagedb(Made.nothing("index"), model)
            .run("index", "--precision", precision.label(), library.folder().toString());
    if (child.peakBytes() == 0) {
      throw new Skip("only Linux tells how much memory a process held");
    }
    long weights = Files.size(model.resolve(RandomCheckpoint.weights().getFileName()));
    return (child.peakBytes() - weights) / MEGABYTE;
  }

  @Override
  public List<Comparison> comparisons() {
    return List.of(
        Comparison.alone(PHOTOGRAPHS + Precision.FP32.label(), TARGET),
        Comparison.alone(PHOTOGRAPHS + Precision.AUTO.label(), TARGET),
        Comparison.alone(LARGE, TARGET),
        Comparison.alone(MANY, TARGET));
  }
}
