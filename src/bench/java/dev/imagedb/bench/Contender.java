package dev.imagedb.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Somebody who does a row's work, once in each round.
public interface Contender extends Closeable {

  String name();

  /// Does the work once.
  ///
  /// @return at least one figure, and the same labels each time
  /// @throws Skip where it cannot take part on this machine
  List<Figure> measure() throws Exception;

  /// Work that gives one figure.
  @FunctionalInterface
  interface Work {
    double measure() throws Exception;
  }

  /// Somebody with one figure, and nothing to close.
  static Contender of(String name, Work work) {
    return new Contender() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<Figure> measure() throws Exception {
        return List.of(new Figure(name, work.measure()));
      }
    };
  }

  @Override
  default void close() throws IOException {}
}
