package dev.imagedb.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/// Guesses what was meant by a name that is none.
public final class Spelling {
  private static final int MOST_GUESSES = 3;

  /// One mistake in every so many letters is a slip; more make it another word.
  private static final int LETTERS_A_SLIP = 3;

  private Spelling() {}

  /// The names that are a slip away or a few, the likeliest first. Case does not matter, nor
  /// whether hyphens or underscores are written.
  public static List<String> near(String typed, Collection<String> names) {
    return within(typed.length() / LETTERS_A_SLIP, typed, names);
  }

  /// The same for short names: two letters that changed places, which are two mistakes, are one
  /// slip of four letters.
  public static List<String> nearShort(String typed, Collection<String> names) {
    return within(Math.ceilDiv(typed.length(), LETTERS_A_SLIP), typed, names);
  }

  private static List<String> within(int mistakes, String typed, Collection<String> names) {
    return names.stream()
        .distinct()
        .filter(name -> mistakes(typed, name) <= mistakes)
        .sorted(Comparator.comparingInt(name -> mistakes(typed, name)))
        .limit(MOST_GUESSES)
        .toList();
  }

  /// How many letters one must add, leave out or change.
  public static int mistakes(String typed, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(plain(typed), plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
