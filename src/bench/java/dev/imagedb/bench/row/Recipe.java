package dev.imagedb.bench.row;

import dev.imagedb.bench.Contender;
import dev.imagedb.bench.Setting;
import dev.imagedb.bench.Skip;
import dev.imagedb.bench.child.Child;
import dev.imagedb.bench.input.Library;
import dev.imagedb.bench.input.Made;
import dev.imagedb.bench.input.ManyFiles;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Python program that does what imagedb does.
///
/// @param store where it keeps vectors: `lance`, `faiss`
/// @param careful whether it is written as a careful user would, and not as it stands
record Recipe(Setting setting, String store, boolean careful) {
  private static final int DIMENSION = 512;

  /// As they stand, and as a careful user would write them.
  static List<Recipe> all(Setting setting) {
    List<Recipe> all = new ArrayList<>(asTheyStand(setting));
    asTheyStand(setting).forEach(recipe -> all.add(new Recipe(setting, recipe.store(), true)));
    return all;
  }

  static List<Recipe> asTheyStand(Setting setting) {
    return List.of(new Recipe(setting, "lance", false), new Recipe(setting, "faiss", false));
  }

  String label() {
    return store + " recipe" + (careful ? ", careful" : "");
  }

  /// Makes vectors of a library.
  Contender indexing(Library library) {
    return Contender.of(
        label(),
        () -> {
          Path database = Made.nothing("recipe");
          Child child = run(database, "index", library.folder().toString());
          return library.files().size() / child.seconds();
        });
  }

  /// Answers a prompt over many vectors, in seconds.
  Contender prompt(ManyFiles many, String prompt) {
    return Contender.of(label(), () -> run(filled(many), "search", "--prompt", prompt).seconds());
  }

  /// Answers pictures over many vectors, in pictures a second.
  ///
  /// @param paths a file with a path a line
  Contender pictures(ManyFiles many, Path paths, int count) {
    return Contender.of(
        label(),
        () -> count / run(filled(many), "search", "--pictures", paths.toString()).seconds());
  }

  private Child run(Path database, String... arguments)
      throws IOException, InterruptedException, Skip {
    List<String> all =
        new ArrayList<>(
            List.of("--db", database.toString(), "--model", RandomCheckpoint.folder().toString()));
    if (careful) {
      all.add("--careful");
    }
    all.addAll(List.of(arguments));
    return setting.python().run(store + "_recipe.py", all.toArray(String[]::new));
  }

  /// A database of the same vectors that ours holds.
  private Path filled(ManyFiles many) throws IOException, InterruptedException, Skip {
    Path plain = many.plain(DIMENSION);
    var python = setting.python();
    return Made.once(
        "%s-%d".formatted(store, many.count()),
        folder ->
            python.run(
                store + "_recipe.py",
                "--db",
                folder.toString(),
                "load",
                plain.resolve("paths").toString(),
                plain.resolve("vectors").toString()));
  }
}
