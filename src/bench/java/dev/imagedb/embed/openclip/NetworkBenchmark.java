package dev.imagedb.embed.openclip;

import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.function.ToDoubleFunction;

/// How near the ViT-B-32 image tower comes to the fastest that its engine computes anything.
///
/// Run with `mvn -q -Pbench test-compile exec:exec@network`. The network and a large matrix product
/// take turns in one process, since a shared machine is faster in one minute than in the next; what
/// is compared are the medians over all rounds. Not JMH, which would measure them minutes apart.
public final class NetworkBenchmark {
  private static final int WORKERS = Runtime.getRuntime().availableProcessors();
  private static final int BATCH = 16;
  private static final int ROUNDS = Integer.getInteger("rounds", 9);
  private static final Duration TURN = Duration.ofMillis(1500);

  /// Multiplications and additions of ViT-B-32 over one picture.
  private static final double OPERATIONS_AN_IMAGE = 8.82e9;

  private NetworkBenchmark() {}

  private record Round(Workers.Rate products, Workers.Rate batches) {
    double ratio(ToDoubleFunction<Workers.Rate> time) {
      double limit = time.applyAsDouble(products) * MatrixProduct.OPERATIONS / OPERATIONS_AN_IMAGE;
      return BATCH * time.applyAsDouble(batches) / limit;
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = RandomCheckpoint.writeTo(Path.of("target", "vit-b-32-random"));
    for (Precision precision : List.of(Precision.FP32, Precision.BF16, Precision.INT8)) {
      try (Workers workers = new Workers(WORKERS);
          MatrixProduct product = MatrixProduct.ofRandomMatrices(precision);
          OpenClipModel model =
              OpenClipModel.open(
                  folder, "random", false, EmbedderOptions.forManyPictures(precision))) {
        print(precision, rounds(workers, product, model));
      }
    }
  }

  private static List<Round> rounds(Workers workers, MatrixProduct product, OpenClipModel model)
      throws InterruptedException, ExecutionException {
    List<RgbImage> pictures = noise();
    Runnable network = () -> model.embedImages(pictures);
    workers.measure(product::multiply, TURN);
    workers.measure(network, TURN.multipliedBy(2));
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      rounds.add(
          new Round(workers.measure(product::multiply, TURN), workers.measure(network, TURN)));
    }
    return rounds;
  }

  private static List<RgbImage> noise() {
    Random random = new Random(BATCH);
    List<RgbImage> pictures = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      byte[] rgb = new byte[224 * 224 * 3];
      random.nextBytes(rgb);
      pictures.add(new RgbImage(224, 224, rgb));
    }
    return pictures;
  }

  private static void print(Precision precision, List<Round> rounds) {
    IO.println(
        "ViT-B-32 image tower, %s, %d workers of 1 thread, batches of %d"
            .formatted(precision, WORKERS, BATCH));
    print("by the clock", rounds, Workers.Rate::perSecond);
    print("by processor time", rounds, Workers.Rate::perBusySecond);
  }

  private static void print(String label, List<Round> rounds, ToDoubleFunction<Workers.Rate> time) {
    double products = median(rounds, round -> time.applyAsDouble(round.products()));
    double batches = median(rounds, round -> time.applyAsDouble(round.batches()));
    IO.println(
        "  %-18s %6.1f images/s; product %5.0f GFLOP/s, limit %6.1f images/s; ratio %.3f"
            .formatted(
                label,
                BATCH * batches,
                products * MatrixProduct.OPERATIONS / 1e9,
                products * MatrixProduct.OPERATIONS / OPERATIONS_AN_IMAGE,
                median(rounds, round -> round.ratio(time))));
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    double[] figures = rounds.stream().mapToDouble(figure).sorted().toArray();
    return figures[figures.length / 2];
  }
}
