package dev.imagedb.bench.row;

import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.input.Library;
import dev.imagedb.embed.Precision;
import java.util.ArrayList;
import java.util.List;

/// Vectors of a whole library, from the start of a process to its exit, against reading and network
/// alone, and against the recipes.
///
/// @param source where the library comes from, asked for when the row's turn comes
public record IndexRow(String name, Setting setting, Source source) implements Row {
  private static final List<Precision> PRECISIONS =
      List.of(Precision.FP32, Precision.AUTO, Precision.INT8);

  /// A library that may have to be made first, or may not be here.
  @FunctionalInterface
  public interface Source {
    Library library() throws Exception;
  }

  public static IndexRow ofPhotographs(Setting setting) {
    return new IndexRow(
        "index 12 megapixels", setting, () -> Library.photographs(setting.sizes().photographs()));
  }

  public static IndexRow ofMixedSizes(Setting setting) {
    return new IndexRow("index mixed sizes", setting, () -> Library.mixed(setting.sizes().mixed()));
  }

  /// Of a folder that the user names.
  public static IndexRow ofRealPhotographs(Setting setting) {
    return new IndexRow(
        "index real photographs",
        setting,
        () -> new Library("real photographs", setting.photographs()));
  }

  @Override
  public String unit() {
    return "pictures/s";
  }

  @Override
  public Length length() {
    return Length.LONG;
  }

  @Override
  public List<Contender> contenders() throws Exception {
    Library library = source.library();
    List<Contender> contenders = new ArrayList<>();
    for (Precision precision : PRECISIONS) {
      contenders.add(DecodeAndNetwork.contender(precision, library));
      contenders.add(new Indexing(library, precision));
    }
    Recipe.all(setting).forEach(recipe -> contenders.add(recipe.indexing(library)));
    contenders.add(new RclipIndexing(setting, library));
    return contenders;
  }

  @Override
  public List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    for (Precision precision : PRECISIONS) {
      String limit = DecodeAndNetwork.label(precision);
      comparisons.add(Comparison.of(Indexing.label(precision), limit, Target.atLeast(0.92)));
      comparisons.add(Comparison.of(Indexing.labelByItsOwnClock(precision), limit));
    }
    for (Precision precision : PRECISIONS) {
      for (Recipe recipe : Recipe.all(setting)) {
        Target target = Target.atLeast(recipe.careful() ? 2.5 : 5);
        comparisons.add(Comparison.of(Indexing.label(precision), recipe.label(), target));
      }
      comparisons.add(Comparison.of(Indexing.label(precision), RclipIndexing.LABEL));
    }
    return comparisons;
  }
}
