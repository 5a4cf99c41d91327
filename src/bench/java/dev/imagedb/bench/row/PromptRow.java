package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.ManyFiles;
import java.util.ArrayList;
import java.util.List;

/// One search for words over many vectors, from the start of a process to its exit.
public record PromptRow(Setting setting) implements Row {
  private static final String OURS = "imagedb";
  private static final String PROMPT = "a dog runs through the grass";

  @Override
  public String name() {
    return "search --prompt";
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
    ManyFiles many = ManyFiles.of(setting.sizes().many());
    Imagedb imagedb = ManyVectors.of(many);
    List<Contender> contenders = new ArrayList<>();
    contenders.add(Contender.of(OURS, () -> imagedb.run("search", "--prompt", PROMPT).seconds()));
    Recipe.asTheyStand(setting).forEach(recipe -> contenders.add(recipe.prompt(many, PROMPT)));
    return contenders;
  }

  @Override
  public List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(Comparison.alone(OURS, Target.atMost(0.7)));
    for (Recipe recipe : Recipe.asTheyStand(setting)) {
      comparisons.add(Comparison.of(OURS, recipe.label(), Target.atMost(0.25)));
    }
    return comparisons;
  }
}
