package dev.imagedb.bench.row;

import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Something of imagedb's that is measured alone, warm, by a thread a core.
///
/// @param <T> what is opened for it, once its first turn comes
final class InThisProcess<T extends Closeable> implements Contender {

  /// How something opened is measured.
  @FunctionalInterface
  interface Measuring<T> {
    List<Figure> measure(T opened, Workers workers) throws Exception;
  }

  private final String name;
  private final Callable<T> opening;
  private final Measuring<T> measuring;
  private final Workers workers = new Workers(Runtime.getRuntime().availableProcessors());
  private @Nullable T opened;

  InThisProcess(String name, Callable<T> opening, Measuring<T> measuring) {
    this.name = name;
    this.opening = opening;
    this.measuring = measuring;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Figure> measure() throws Exception {
    T there = opened;
    if (there == null) {
      there = opening.call();
      opened = there;
    }
    return measuring.measure(there, workers);
  }

  @Override
  public void close() throws IOException {
    workers.close();
    if (opened != null) {
      opened.close();
    }
  }
}
