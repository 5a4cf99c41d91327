package dev.imagedb.cli;

import dev.imagedb.search.Likeness;
import dev.imagedb.search.Likeness.Weighted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/// What hits shall be like and unlike. Each option may be given several times, and each value may
/// carry a weight: `"a dog^2"`.
final class LikenessOptions {
  @Option(
      names = "--image",
      paramLabel = "FILE",
      description = "Pictures that look like this one. A weight may follow: q.jpg^2.")
  private List<String> images = List.of();

  @Option(
      names = "--prompt",
      paramLabel = "WORDS",
      description = "Pictures that these words describe. A weight may follow: \"a dog^2\".")
  private List<String> prompts = List.of();

  @Option(
      names = "--like",
      paramLabel = "PATH",
      description = "Pictures that look like this one of the database; needs no model.")
  private List<String> stored = List.of();

  @Option(
      names = "--not-image",
      paramLabel = "FILE",
      description = "Pictures that do not look like this one.")
  private List<String> notImages = List.of();

  @Option(
      names = "--not-prompt",
      paramLabel = "WORDS",
      description = "Pictures that these words do not describe.")
  private List<String> notPrompts = List.of();

  List<Likeness> likenesses(Path workingDirectory) {
    List<Likeness> all = new ArrayList<>();
    images.forEach(file -> all.add(ofFile(file, workingDirectory, 1, Likeness.Image::new)));
    prompts.forEach(words -> all.add(ofWords(words, 1)));
    stored.forEach(file -> all.add(ofFile(file, workingDirectory, 1, Likeness.Stored::new)));
    notImages.forEach(file -> all.add(ofFile(file, workingDirectory, -1, Likeness.Image::new)));
    notPrompts.forEach(words -> all.add(ofWords(words, -1)));
    return all;
  }

  private static Likeness ofWords(String written, int sign) {
    Weighted words = Weighted.parse(written);
    return new Likeness.Prompt(words.text(), sign * words.weight());
  }

  /// A file whose name itself ends like a weight is meant where it is there.
  private static Likeness ofFile(
      String written, Path folder, int sign, BiFunction<Path, Double, Likeness> kind) {
    if (Files.exists(folder.resolve(written))) {
      return kind.apply(folder.resolve(written).normalize(), (double) sign);
    }
    Weighted file = Weighted.parse(written);
    return kind.apply(folder.resolve(file.text()).normalize(), sign * file.weight());
  }
}
