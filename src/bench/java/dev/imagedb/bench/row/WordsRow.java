package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.ManyFiles;
import java.util.List;

/// Commands that need no model, from the start of a process to its exit.
public record WordsRow(Setting setting) implements Row {
  private static final String SEARCH = "imagedb search --text";
  private static final String LIST = "imagedb list -k 20";
  private static final Target TARGET = Target.atMost(0.25);

  @Override
  public String name() {
    return "without a model";
  }

  @Override
  public String unit() {
    return "s";
  }

  @Override
  public Length length() {
    return Length.SHORT;
  }

  @Override
  public List<Contender> contenders() throws Exception {
    Imagedb imagedb = ManyVectors.of(ManyFiles.of(setting.sizes().many()));
    return List.of(
        Contender.of(SEARCH, () -> imagedb.runWithout("search", "--text", "000042").seconds()),
        Contender.of(LIST, () -> imagedb.runWithout("list", "-k", "20").seconds()));
  }

  @Override
  public List<Comparison> comparisons() {
    return List.of(Comparison.alone(SEARCH, TARGET), Comparison.alone(LIST, TARGET));
  }
}
