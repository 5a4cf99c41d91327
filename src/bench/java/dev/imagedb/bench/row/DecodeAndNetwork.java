package dev.imagedb.bench.row;

import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.Workers;
import dev.imagedb.bench.input.Library;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.ImageTowerAlone;
import dev.imagedb.ingest.PictureReading;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/// The limit of whatever makes vectors of a library's pictures: reading them and the network, each
/// measured alone on all cores, one after the other.
final class DecodeAndNetwork implements Closeable {
  /// Long enough that a machine which is faster for a moment than for a minute does not flatter it.
  private static final Duration TURN = Duration.ofSeconds(8);

  private final ImageTowerAlone tower;
  private final PictureReading reading;
  private final List<Path> files;
  private final AtomicInteger turn = new AtomicInteger();

  private DecodeAndNetwork(Precision precision, Library library) throws IOException {
    this.tower = new ImageTowerAlone(precision);
    this.reading = new PictureReading(tower.model());
    this.files = library.files();
  }

  static String label(Precision precision) {
    return "decode and network, " + precision.label();
  }

  static Contender contender(Precision precision, Library library) {
    return new InThisProcess<>(
        label(precision),
        () -> new DecodeAndNetwork(precision, library),
        (limit, workers) -> limit.measure(label(precision), workers));
  }

  private List<Figure> measure(String label, Workers workers)
      throws InterruptedException, ExecutionException {
    double decoded = workers.measure(this::readNext, TURN).perSecond();
    double embedded = tower.measure(workers, TURN).perSecond();
    return List.of(
        new Figure(label, 1 / (1 / decoded + 1 / embedded)),
        new Figure(label + ": decode alone", decoded),
        new Figure(label + ": network alone", embedded));
  }

  private void readNext() {
    try {
      reading.read(files.get(Math.floorMod(turn.getAndIncrement(), files.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    tower.close();
  }
}
