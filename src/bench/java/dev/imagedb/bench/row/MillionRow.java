package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Target;
import dev.imagedb.store.lucene.MillionVectors;
import java.io.IOException;
import java.util.List;

/// Searches for a prompt's vector among a million: in a running process, in one of its own, and by
/// comparing all, which memory limits.
public final class MillionRow implements Row {
  private static final String WARM = "usual search, warm";
  private static final String COLD = "usual search, a process of its own";
  private static final String EXACT = "exact search, warm";
  private static final String SUMMING = "adding up the same bytes";

  @Override
  public String name() {
    return "search a million vectors";
  }

  @Override
  public String unit() {
    return "ms";
  }

  @Override
  public Length length() {
    return Length.SHORT;
  }

  @Override
  public List<Contender> contenders() throws IOException {
    MillionVectors vectors = new MillionVectors();
    return List.of(
        Contender.of(WARM, vectors::warmMillis),
        Contender.of(EXACT, vectors::exactMillis),
        Contender.of(SUMMING, vectors::summingMillis),
        Contender.of(COLD, vectors::coldMillis));
  }

  @Override
  public List<Comparison> comparisons() {
    return List.of(
        Comparison.alone(WARM, Target.atMost(15)),
        Comparison.alone(COLD, Target.atMost(600)),
        Comparison.of(SUMMING, EXACT, Target.atLeast(0.8)));
  }
}
