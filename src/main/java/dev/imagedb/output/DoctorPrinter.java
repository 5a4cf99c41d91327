package dev.imagedb.output;

import dev.imagedb.doctor.Diagnosis;
import dev.imagedb.doctor.Finding;
import java.util.List;
import java.util.Locale;

/// Prints on standard output what was found by looking at everything that the program needs.
public final class DoctorPrinter {
  private final Console console;

  public DoctorPrinter(Console console) {
    this.console = console;
  }

  /// For people: an entry a check, and under it what to do next where there is something.
  public void printText(Diagnosis diagnosis) {
    WrappedText text = new WrappedText(console.screen().width().getAsInt());
    int widest =
        diagnosis.entries().stream().mapToInt(entry -> entry.subject().length()).max().orElse(0);
    for (Diagnosis.Entry entry : diagnosis.entries()) {
      String level = DisplayWidth.padEnd(word(entry.finding()), "problem".length());
      String head = level + "  " + DisplayWidth.padEnd(entry.subject(), widest) + "  ";
      text.hanging(head, TerminalText.escape(entry.finding().told()));
      if (!entry.finding().next().isEmpty()) {
        text.hanging(
            " ".repeat(head.length()), "try: " + TerminalText.escape(entry.finding().next()));
      }
    }
    console.out().print(text);
    console.out().flush();
  }

  private static String word(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }

  /// One JSON array of `subject`, `level` (`ok`, `note`, `problem`), `found`, and `next` where
  /// there is something to do.
  public void printJson(Diagnosis diagnosis) {
    List<Diagnosis.Entry> entries = diagnosis.entries();
    Json json = Json.indented(console.out());
    json.array(() -> entries.forEach(entry -> json.object(() -> write(json, entry))));
    console.out().println();
    console.out().flush();
  }

  private static void write(Json json, Diagnosis.Entry entry) {
    String next = entry.finding().next();
    json.field("subject", entry.subject())
        .field("level", word(entry.finding()))
        .field("found", entry.finding().told())
        .field("next", next.isEmpty() ? null : next);
  }
}
