package dev.imagedb.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Lets a row's contenders take turns, so that all of them meet the same minutes of a machine that
/// others use, too. An unmeasured round goes first, which leaves files in the page cache and
/// compiled code compiled.
final class Race {
  private final Row row;
  private final int rounds;
  private final Consumer<String> progress;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private final Map<String, String> failures = new LinkedHashMap<>();

  Race(Row row, int rounds, Consumer<String> progress) {
    this.row = row;
    this.rounds = rounds;
    this.progress = progress;
  }

  /// Runs to its end, whoever fails on the way.
  Result run() throws InterruptedException {
    List<Contender> contenders;
    try {
      contenders = new ArrayList<>(row.contenders());
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return Result.failed(row, reason(e));
    }
    for (int round = 0; round <= rounds; round++) {
      boolean measured = round > 0;
      progress.accept(measured ? "round " + round + " of " + rounds : "warming up");
      for (Contender contender : List.copyOf(contenders)) {
        if (!takesItsTurn(contender, measured)) {
          contenders.remove(contender);
        }
      }
    }
    contenders.forEach(this::close);
    return new Result(row.name(), row.unit(), figures, failures, row.comparisons());
  }

  /// Whether it did. One that failed once would fail again, and has no figures for any round.
  private boolean takesItsTurn(Contender contender, boolean measured) throws InterruptedException {
    try {
      for (Figure figure : contender.measure()) {
        progress.accept("  %s: %.4g %s".formatted(figure.label(), figure.value(), row.unit()));
        if (measured) {
          figures.computeIfAbsent(figure.label(), _ -> new ArrayList<>()).add(figure.value());
        }
      }
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      failures.put(contender.name(), reason(e));
      progress.accept("  " + contender.name() + ": " + reason(e));
      close(contender);
      return false;
    }
  }

  private void close(Contender contender) {
    try {
      contender.close();
    } catch (IOException e) {
      failures.putIfAbsent(contender.name(), reason(e));
    }
  }

  private static String reason(Exception e) {
    return e instanceof Skip ? "skipped: " + e.getMessage() : "failed: " + e;
  }
}
