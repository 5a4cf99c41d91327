package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.child.Child;
import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.ManyFiles;
import java.io.IOException;
import java.util.List;

/// `imagedb index` over files of which none has changed.
public record ReindexRow(Setting setting) implements Row {
  private static final String OURS = "imagedb";
  private static final String AFTER_ITS_START = "imagedb, by its own clock";

  @Override
  public String name() {
    return "index unchanged files";
  }

  @Override
  public String unit() {
    return "files/s";
  }

  @Override
  public Length length() {
    return Length.SHORT;
  }

  @Override
  public List<Contender> contenders() throws IOException, InterruptedException {
    return List.of(new PassingBy(ManyFiles.of(setting.sizes().many())));
  }

  @Override
  public List<Comparison> comparisons() {
    return List.of(
        Comparison.alone(OURS, Target.atLeast(50_000)), Comparison.alone(AFTER_ITS_START));
  }

  private record PassingBy(ManyFiles many) implements Contender {
    @Override
    public String name() {
      return OURS;
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
      Imagedb imagedb = ManyVectors.of(many);
      Child child = imagedb.run("index", "--json", many.library().folder().toString());
      Indexing.Report report = Indexing.Report.of(child);
      if (report.unchanged() != many.count()) {
        throw new IOException("not all were unchanged, and so some were opened: " + report);
      }
      return List.of(
          new Figure(OURS, many.count() / child.seconds()),
          new Figure(AFTER_ITS_START, many.count() / report.seconds()));
    }
  }
}
