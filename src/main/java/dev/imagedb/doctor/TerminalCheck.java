package dev.imagedb.doctor;

import dev.imagedb.doctor.Surroundings.Terminal;
import java.util.Locale;

/// How results are seen, and whether names in all scripts are.
record TerminalCheck(Terminal terminal) implements Check {
  @Override
  public String subject() {
    return "terminal";
  }

  @Override
  public Finding examine() {
    if (!terminal.nameEncoding().toUpperCase(Locale.ROOT).startsWith("UTF")) {
      return Finding.problem(
          "file names are taken for " + terminal.nameEncoding() + ", so that some are lost",
          "LC_ALL=C.UTF-8 imagedb …");
    }
    return Finding.ok(terminal.shown() ? told() : "none: results go to a file or a pipe");
  }

  private String told() {
    String kind = terminal.kind().isEmpty() ? "of no kind" : terminal.kind();
    String colours = terminal.colour() ? "colours" : "no colours";
    String graphics = terminal.graphics().isEmpty() ? "" : ", pictures as " + terminal.graphics();
    return "%s, %d columns, %s%s".formatted(kind, terminal.width(), colours, graphics);
  }
}
