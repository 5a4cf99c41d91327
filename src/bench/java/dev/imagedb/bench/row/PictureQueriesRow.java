package dev.imagedb.bench.row;

import com.google.gson.Gson;
import dev.imagedb.bench.Comparison;
import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Row;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Target;
import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.Library;
import dev.imagedb.bench.input.Made;
import dev.imagedb.bench.input.ManyFiles;
import dev.imagedb.embed.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Many searches for photographs of 12 megapixels over many vectors, in one process.
public record PictureQueriesRow(Setting setting) implements Row {
  private static final List<Precision> PRECISIONS = List.of(Precision.FP32, Precision.BF16);

  @Override
  public String name() {
    return "search for many pictures";
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
    ManyFiles many = ManyFiles.of(setting.sizes().many());
    Library library = Library.photographs(setting.sizes().photographs());
    List<String> pictures =
        library.files().stream().limit(setting.sizes().queries()).map(Path::toString).toList();
    Path paths = Files.write(Made.FOLDER.resolve("picture-paths"), pictures);
    List<Contender> contenders = new ArrayList<>();
    for (Precision precision : PRECISIONS) {
      contenders.add(DecodeAndNetwork.contender(precision, library));
      contenders.add(ours(precision, ManyVectors.of(many), pictures));
    }
    Recipe.all(setting)
        .forEach(recipe -> contenders.add(recipe.pictures(many, paths, pictures.size())));
    return contenders;
  }

  private static Contender ours(Precision precision, Imagedb imagedb, List<String> pictures)
      throws IOException {
    Gson gson = new Gson();
    List<String> lines =
        pictures.stream().map(picture -> gson.toJson(Map.of("image", picture))).toList();
    Path queries = Files.write(Made.FOLDER.resolve("picture-queries"), lines);
    return Contender.of(
        Indexing.label(precision),
        () ->
            pictures.size()
                / imagedb
                    .run(
                        "search", "--precision", precision.label(), "--queries", queries.toString())
                    .seconds());
  }

  @Override
  public List<Comparison> comparisons() {
    List<Comparison> comparisons = new ArrayList<>();
    for (Precision precision : PRECISIONS) {
      String ours = Indexing.label(precision);
      comparisons.add(Comparison.of(ours, DecodeAndNetwork.label(precision), Target.atLeast(0.9)));
      for (Recipe recipe : Recipe.all(setting)) {
        Comparison comparison =
            recipe.careful()
                ? Comparison.of(ours, recipe.label())
                : Comparison.of(ours, recipe.label(), Target.atLeast(4));
        comparisons.add(comparison);
      }
    }
    return comparisons;
  }
}
