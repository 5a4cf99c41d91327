package dev.imagedb.embed.openclip;

import dev.imagedb.bench.Spread;
import dev.imagedb.bench.Workers;
import dev.imagedb.embed.Precision;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/// How near the ViT-B-32 image tower comes to the fastest that its engine computes anything, in
/// every arithmetic, by the clock and by processor time.
///
/// Run with `mvn -q -Pbench test-compile exec:exec@network`. The network and a large matrix product
/// take turns in one process, since a shared machine is faster in one minute than in the next; what
/// is compared are the medians over all rounds. Not JMH, which would measure them minutes apart.
public final class NetworkBenchmark {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();
  private static final int ROUNDS = Integer.getInteger("rounds", 9);
  private static final Duration TURN = Duration.ofMillis(1500);

  private NetworkBenchmark() {}

  private record Round(Workers.Rate limit, Workers.Rate pictures) {
    double ratio(ToDoubleFunction<Workers.Rate> time) {
      return time.applyAsDouble(pictures) / time.applyAsDouble(limit);
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    for (Precision precision : List.of(Precision.FP32, Precision.BF16, Precision.INT8)) {
      try (Workers workers = new Workers(WORKERS);
          EngineLimit limit = new EngineLimit(precision);
          ImageTowerAlone tower = new ImageTowerAlone(precision)) {
        print(precision, rounds(workers, limit, tower));
      }
    }
  }

  private static List<Round> rounds(Workers workers, EngineLimit limit, ImageTowerAlone tower)
      throws InterruptedException, ExecutionException {
    limit.measure(workers, TURN);
    tower.measure(workers, TURN.multipliedBy(2));
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(new Round(limit.measure(workers, TURN), tower.measure(workers, TURN)));
    }
    return rounds;
  }

  private static void print(Precision precision, List<Round> rounds) {
    IO.println(
        "ViT-B-32 image tower, %s, %d workers of 1 thread, batches of %d"
            .formatted(precision, WORKERS, ImageTowerAlone.BATCH));
    print("by the clock", rounds, Workers.Rate::perSecond);
    print("by processor time", rounds, Workers.Rate::perBusySecond);
  }

  private static void print(String label, List<Round> rounds, ToDoubleFunction<Workers.Rate> time) {
    IO.println(
        "  %-18s %6.1f pictures/s; limit %6.1f pictures/s; ratio %.3f"
            .formatted(
                label,
                median(rounds, round -> time.applyAsDouble(round.pictures())),
                median(rounds, round -> time.applyAsDouble(round.limit())),
                median(rounds, round -> round.ratio(time))));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList()).median();
  }
}
