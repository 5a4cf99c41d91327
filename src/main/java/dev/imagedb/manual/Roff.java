package dev.imagedb.manual;

/// Text and macros of a manual page, as man(7) has them, which groff and mandoc read.
final class Roff {
  private final StringBuilder page = new StringBuilder();

  /// A title line and its footer.
  Roff title(String name, int section, String volume) {
    page.append(".TH \"%s\" %d \"\" \"\" \"%s\"\n".formatted(name, section, volume));
    return this;
  }

  Roff section(String heading) {
    page.append(".SH \"").append(heading).append("\"\n");
    return this;
  }

  Roff subsection(String heading) {
    page.append(".SS \"").append(heading).append("\"\n");
    return this;
  }

  /// A paragraph of its own.
  Roff paragraph(String text) {
    page.append(".PP\n");
    return line(text(text));
  }

  /// A term, and under it, indented, what it means.
  ///
  /// @param term in roff
  Roff item(String term, String meaning) {
    page.append(".TP\n");
    return line(term).line(text(meaning));
  }

  /// Lines as they stand, for what is typed.
  Roff example(Iterable<String> lines) {
    page.append(".PP\n.EX\n");
    lines.forEach(each -> line(literal(each)));
    page.append(".EE\n");
    return this;
  }

  /// A line in roff.
  Roff line(String roff) {
    page.append(roff.startsWith(".") || roff.startsWith("'") ? "\\&" : "")
        .append(roff)
        .append('\n');
    return this;
  }

  /// What is typed as it stands: its dashes are minus signs, so that it can be copied.
  static String literal(String text) {
    return text(text).replace("-", "\\-");
  }

  static String bold(String text) {
    return "\\fB" + literal(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + literal(text) + "\\fR";
  }

  /// Prose, with the signs escaped that roff would take for its own or show as others
  /// (groff_char(7)).
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            sign ->
                escaped.append(
                    switch (sign) {
                      case '\\' -> "\\e";
                      case '\'' -> "\\(aq";
                      case '`' -> "\\(ga";
                      case '^' -> "\\(ha";
                      case '~' -> "\\(ti";
                      default ->
                          sign < 0x80 ? Character.toString(sign) : "\\[u%04X]".formatted(sign);
                    }));
    return escaped.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
