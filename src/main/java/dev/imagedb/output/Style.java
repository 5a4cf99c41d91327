package dev.imagedb.output;

/// How words on standard output stand out, where colours are welcome (ECMA-48, SGR).
public enum Style {
  BOLD(1),
  FAINT(2);

  private final int code;

  Style(int code) {
    this.code = code;
  }

  /// The text in this style; just the text where colours are not wanted.
  public String on(Console console, String text) {
    return console.screen().colour() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
