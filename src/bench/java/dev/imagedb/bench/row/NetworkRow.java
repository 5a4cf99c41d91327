package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Figure;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.Workers;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.EngineLimit;
import dev.imagedb.embed.openclip.ImageTowerAlone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// ViT-B-32's image tower alone, against what its engine could do at best, and against OpenCLIP.
public record NetworkRow(Setting setting) implements Row {
  private static final Duration TURN = Duration.ofSeconds(3);
  private static final List<Precision> PRECISIONS = List.of(Precision.FP32, Precision.BF16);

  @Override
  public String name() {
    return "network alone";
  }

  @Override
  public String unit() {
    return "pictures/s";
  }

  @Override
  public Length length() {
    return Length.SHORT;
  }

  @Override
  public List<Contender> contenders() {
    List<Contender> contenders = new ArrayList<>();
    for (Precision precision : PRECISIONS) {
      contenders.add(
          new InThisProcess<>(
              limit(precision),
              () -> new EngineLimit(precision),
              (limit, workers) -> figure(limit(precision), limit.measure(workers, TURN))));
      contenders.add(
          new InThisProcess<>(
              ours(precision),
              () -> new ImageTowerAlone(precision),
              (tower, workers) -> figure(ours(precision), tower.measure(workers, TURN))));
    }
    contenders.add(new OpenClipNetwork(setting, TURN));
    return contenders;
  }

  private static List<Figure> figure(String label, Workers.Rate rate) {
    return List.of(new Figure(label, rate.perSecond()));
  }

  @Override
  public List<Comparison> comparisons() {
    String fp32 = ours(Precision.FP32);
    String bf16 = ours(Precision.BF16);
    return List.of(
        Comparison.of(fp32, limit(Precision.FP32), Target.atLeast(0.9)),
        Comparison.of(bf16, limit(Precision.BF16), Target.atLeast(0.82)),
        Comparison.of(fp32, OpenClipNetwork.FP32, Target.atLeast(1.8)),
        Comparison.of(bf16, OpenClipNetwork.FP32, Target.atLeast(3)),
        Comparison.of(fp32, OpenClipNetwork.BEST, Target.atLeast(1.8)),
        Comparison.of(bf16, OpenClipNetwork.BEST, Target.atLeast(3)));
  }

  private static String ours(Precision precision) {
    return "imagedb, " + precision.label();
  }

  private static String limit(Precision precision) {
    return "engine's best product, " + precision.label();
  }
}
