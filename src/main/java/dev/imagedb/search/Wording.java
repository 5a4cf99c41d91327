package dev.imagedb.search;

import static java.util.stream.Collectors.partitioningBy;

import dev.imagedb.fault.UserException;
import dev.imagedb.search.Likeness.Weighted;
import dev.imagedb.source.PictureSource;
import dev.imagedb.store.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a query says, as people write it: on a command line, or in a line of many queries. Each
/// part may carry a weight: `a dog^2`.
///
/// @param images files, addresses, or `-`
/// @param stored pictures of the database
/// @param notImages what hits shall not look like
/// @param notPrompts what shall not describe them
/// @param texts words that stand in their metadata
public record Wording(
    List<String> images,
    List<String> prompts,
    List<String> stored,
    List<String> notImages,
    List<String> notPrompts,
    List<String> texts) {
  public Wording {
    images = List.copyOf(images);
    prompts = List.copyOf(prompts);
    stored = List.copyOf(stored);
    notImages = List.copyOf(notImages);
    notPrompts = List.copyOf(notPrompts);
    texts = List.copyOf(texts);
  }

  /// Words that describe a picture, and nothing else.
  public static Wording ofPrompt(String words) {
    return new Wording(List.of(), List.of(words), List.of(), List.of(), List.of(), List.of());
  }

  /// The same, and what was written without saying what it is: pictures, or else words that
  /// describe one.
  ///
  /// @param folder that relative names of files start at, absolute
  public Wording with(List<String> arguments, Path folder) {
    Map<Boolean, List<String>> byKind =
        arguments.stream().collect(partitioningBy(written -> isPicture(written, folder)));
    return new Wording(
        joined(images, byKind.getOrDefault(true, List.of())),
        joined(prompts, byKind.getOrDefault(false, List.of())),
        stored,
        notImages,
        notPrompts,
        texts);
  }

  private static boolean isPicture(String written, Path folder) {
    return PictureSource.isMeant(written, folder)
        || PictureSource.isMeant(Weighted.parse(written).text(), folder);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  public boolean isEmpty() {
    return parts().findAny().isEmpty();
  }

  /// Whether standard input is one of its pictures.
  boolean namesStandardInput() {
    return joined(images, notImages).stream()
        .map(written -> Weighted.parse(written).text())
        .anyMatch(PictureSource.STANDARD_INPUT::equals);
  }

  /// The same words, looked for where the mode says.
  ///
  /// @throws UserException where it holds pictures, which the metadata cannot be searched for
  public Wording in(SearchMode mode) {
    return switch (mode) {
      case AUTO -> this;
      case HYBRID -> withWords(words(), words());
      case VECTOR -> withWords(words(), List.of());
      case FTS -> {
        requireNothingButWords();
        yield withWords(List.of(), words());
      }
    };
  }

  /// What hits shall be like and unlike.
  ///
  /// @param folder that relative names of files start at, absolute
  public List<Likeness> likenesses(Path folder) {
    List<Likeness> all = new ArrayList<>();
    images.forEach(written -> all.add(image(written, folder, 1)));
    prompts.forEach(written -> all.add(prompt(written, 1)));
    stored.forEach(written -> all.add(stored(written, folder)));
    notImages.forEach(written -> all.add(image(written, folder, -1)));
    notPrompts.forEach(written -> all.add(prompt(written, -1)));
    requireOneStandardInput(all);
    return all;
  }

  /// What stands in their metadata.
  public List<Words> weightedTexts() {
    return texts.stream().map(Wording::text).toList();
  }

  private Stream<String> parts() {
    return Stream.of(images, prompts, stored, notImages, notPrompts, texts).flatMap(List::stream);
  }

  private List<String> words() {
    return joined(prompts, texts).stream().distinct().toList();
  }

  private Wording withWords(List<String> described, List<String> written) {
    return new Wording(images, described, stored, notImages, notPrompts, written);
  }

  private void requireNothingButWords() {
    if (Stream.of(images, stored, notImages, notPrompts).anyMatch(list -> !list.isEmpty())) {
      throw UserException.usage(
          "--mode fts looks for words in the metadata, and compares no pictures",
          "leave out --mode fts, or the pictures; to leave out a word: --text=-word");
    }
  }

  private static Words text(String written) {
    Weighted words = Weighted.parse(written);
    return new Words(words.text(), words.weight());
  }

  private static Likeness prompt(String written, int sign) {
    Weighted words = Weighted.parse(written);
    return new Likeness.Prompt(words.text(), sign * words.weight());
  }

  private static Likeness image(String written, Path folder, int sign) {
    Weighted name = name(written, folder);
    return new Likeness.Image(PictureSource.of(name.text(), folder), sign * name.weight());
  }

  private static Likeness stored(String written, Path folder) {
    Weighted name = name(written, folder);
    return new Likeness.Stored(PictureSource.file(name.text(), folder).path(), name.weight());
  }

  /// A file whose name itself ends like a weight is meant where it is there.
  private static Weighted name(String written, Path folder) {
    return PictureSource.isThere(written, folder)
        ? new Weighted(written, 1)
        : Weighted.parse(written);
  }

  private static void requireOneStandardInput(List<Likeness> parts) {
    long readers =
        parts.stream()
            .filter(part -> part instanceof Likeness.Image(PictureSource.StandardInput _, double _))
            .count();
    if (readers > 1) {
      throw UserException.usage(
          "standard input can be read once only", "keep it in a file, and name that twice");
    }
  }
}
