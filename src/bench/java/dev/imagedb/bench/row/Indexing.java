package dev.imagedb.bench.row;

import com.google.gson.Gson;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.child.Child;
import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.Library;
import dev.imagedb.bench.input.Made;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.util.List;

/// `imagedb index --force` into a new database.
record Indexing(Library library, Precision precision) implements Contender {

  /// What `--json` says of a run, as far as it is asked here.
  record Report(long seen, long added, long unchanged, double seconds, double imagesPerSecond) {
    static Report of(Child child) {
      return new Gson().fromJson(child.out(), Report.class);
    }
  }

  static String label(Precision precision) {
    return "imagedb, " + precision.label();
  }

  /// From the first file to the last commit: without what the start takes.
  static String labelByItsOwnClock(Precision precision) {
    return label(precision) + ", by its own clock";
  }

  @Override
  public String name() {
    return label(precision);
  }

  @Override
  public List<Figure> measure() throws IOException, InterruptedException {
    Imagedb imagedb = new Imagedb(Made.nothing("index"), RandomCheckpoint.folder());
    Child child =
        imagedb.run(
            "index",
            "--force",
            "--json",
            "--precision",
            precision.label(),
            library.folder().toString());
    Report report = Report.of(child);
    return List.of(
        new Figure(label(precision), report.added() / child.seconds()),
        new Figure(labelByItsOwnClock(precision), report.imagesPerSecond()));
  }
}
