package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Target;
import dev.imagedb.store.lucene.MillionVectors;
import java.io.IOException;
import java.util.List;

/// How many of the ten pictures nearest to a prompt a usual search finds among a million.
public final class RecallRow implements Row {
  private static final String RECALL = "recall@10";

  @Override
  public String name() {
    return "recall among a million vectors";
  }

  @Override
  public String unit() {
    return "of 1";
  }

  @Override
  public Length length() {
    return Length.SHORT;
  }

  @Override
  public List<Contender> contenders() throws IOException {
    return List.of(Contender.of(RECALL, new MillionVectors()::recall));
  }

  @Override
  public List<Comparison> comparisons() {
    return List.of(Comparison.alone(RECALL, Target.atLeast(0.97)));
  }
}
