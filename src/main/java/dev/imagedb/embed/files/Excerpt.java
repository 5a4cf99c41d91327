package dev.imagedb.embed.files;

import java.util.regex.Pattern;

/// What a model's file says, in a message: as much as a line holds, and on one line. A name may
/// have megabytes, and breaks.
public final class Excerpt {
  private static final int LONGEST = 80;
  private static final Pattern BREAKS = Pattern.compile("\\R|\\p{Cntrl}");

  private Excerpt() {}

  /// The text's beginning; all of it where it is short. What breaks lines is a blank.
  public static String of(String text) {
    return BREAKS.matcher(beginning(text)).replaceAll(" ");
  }

  private static String beginning(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
