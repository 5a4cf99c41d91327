package dev.imagedb.manual;

import static java.util.stream.Collectors.toCollection;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an option or an operand takes, told from its label in the help: there, lower-case words
/// stand for themselves (`fast|full`), and capitals for kinds of things (`FILE|DIR`).
///
/// @param label as the help shows it
/// @param words that stand for themselves
/// @param kinds of what else it may be; empty where that cannot be guessed
/// @param joined whether commas may join several words
public record Value(String label, List<String> words, Set<Kind> kinds, boolean joined) {
  /// What can be looked up.
  public enum Kind {
    FILE,
    FOLDER,
    MODEL
  }

  public Value {
    words = List.copyOf(words);
    kinds = Set.copyOf(kinds);
  }

  /// Reads a label.
  ///
  /// @param joined whether commas may join several words
  public static Value of(String label, boolean joined) {
    List<String> parts = List.of(label.split("\\|"));
    return new Value(
        label,
        parts.stream().filter(part -> part.matches("[a-z][a-z0-9]*")).toList(),
        parts.stream()
            .map(Value::kind)
            .filter(Objects::nonNull)
            .collect(toCollection(() -> EnumSet.noneOf(Kind.class))),
        joined);
  }

  /// The same with these words to stand for themselves.
  public Value of(List<String> others) {
    return new Value(label, others, kinds, joined);
  }

  private static @Nullable Kind kind(String part) {
    return switch (part) {
      case "FILE", "PATH", "CAPTIONS" -> Kind.FILE;
      case "DIR" -> Kind.FOLDER;
      case "ID", "NAME" -> Kind.MODEL;
      default -> null;
    };
  }

  /// All words that can be meant.
  ///
  /// @param models names of models
  Stream<String> words(List<String> models) {
    return Stream.concat(
        words.stream(), kinds.contains(Kind.MODEL) ? models.stream() : Stream.empty());
  }

  /// Whether a file may be meant, or, on the way to one, a folder.
  public boolean isFile() {
    return kinds.contains(Kind.FILE);
  }

  /// Whether a folder may be meant.
  public boolean isFolder() {
    return kinds.contains(Kind.FOLDER);
  }
}
