package dev.imagedb.search;

import dev.imagedb.fault.UserException;
import dev.imagedb.source.PictureSource;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One thing that the hits shall be like, or unlike.
public sealed interface Likeness {

  /// How much it counts beside the others: finite, not zero; negative for what hits shall be
  /// unlike.
  double weight();

  /// Whether a model is needed to find its vector.
  default boolean needsModel() {
    return switch (this) {
      case Image _, Prompt _ -> true;
      case Stored _, Embedded _ -> false;
    };
  }

  /// What a person typed to ask for it.
  default String typed() {
    String not = weight() < 0 ? "--not-" : "--";
    return switch (this) {
      case Image(PictureSource source, double _) -> not + "image " + source;
      case Prompt(String words, double _) -> not + "prompt \"" + words + '"';
      case Stored(Path path, double _) -> "--like " + path;
      case Embedded(String name, float[] _, double _) -> not + "image " + name;
    };
  }

  /// A picture that need not be in the database.
  record Image(PictureSource source, double weight) implements Likeness {
    public Image {
      requireWeight(weight);
    }
  }

  /// Words that describe a picture.
  record Prompt(String words, double weight) implements Likeness {
    public Prompt {
      requireWeight(weight);
      if (words.isBlank()) {
        throw UserException.usage("--prompt has no words", "--prompt \"a dog on a beach\"");
      }
    }
  }

  /// A picture that is in the database; its vector is there already, so no model is needed.
  ///
  /// @param path absolute
  record Stored(Path path, double weight) implements Likeness {
    public Stored {
      requireWeight(weight);
    }
  }

  /// A picture that was embedded before; no model is needed.
  ///
  /// @param name what its asker knows it by
  /// @param vector unit length, of the database's own space; never written to
  @SuppressWarnings("ArrayRecordComponent") // used once and never compared
  record Embedded(String name, float[] vector, double weight) implements Likeness {
    public Embedded {
      requireWeight(weight);
    }
  }

  /// What people write: a text, and its weight behind a caret as in Lucene's queries (`a dog^2`);
  /// without one it counts once.
  record Weighted(String text, double weight) {
    /// A number as people and programs write it. What Java takes for one beside that (`2d`,
    /// `0x1p3`) is text.
    private static final Pattern FORM =
        Pattern.compile(
            "(?s)(.*)\\^([-+]?(?:(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|NaN|Infinity))");

    /// Takes a text apart. What follows the last caret is a weight only where it is a number.
    public static Weighted parse(String written) {
      Matcher parts = FORM.matcher(written);
      return parts.matches()
          ? new Weighted(parts.group(1), Double.parseDouble(parts.group(2)))
          : new Weighted(written, 1);
    }
  }

  private static void requireWeight(double weight) {
    if (!Double.isFinite(weight) || weight == 0) {
      throw UserException.usage(
          "a weight is " + weight + ", expected a number that is not 0", "\"a dog^2\"");
    }
  }
}
