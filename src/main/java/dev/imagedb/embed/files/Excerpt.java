package dev.imagedb.embed.files;

/// What a model's file says, in a message: as much as a line holds. A name may have megabytes.
public final class Excerpt {
  private static final int LONGEST = 80;

  private Excerpt() {}

  /// The text's beginning; all of it where it is short.
  public static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
