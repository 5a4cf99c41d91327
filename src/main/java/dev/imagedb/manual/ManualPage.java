package dev.imagedb.manual;

import static java.util.stream.Collectors.joining;

import dev.imagedb.manual.Manual.Place;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Writes the manual page: one for all commands, in roff.
public final class ManualPage {
  /// What a term means.
  private record Entry(String term, String meaning) {}

  private static final List<Entry> EXIT_CODES =
      List.of(
          new Entry("0", "Done. A search that finds nothing is done, too."),
          new Entry("1", "Failed."),
          new Entry("2", "Wrong usage."),
          new Entry("3", "Done, with pictures skipped, or with queries that have no answer."),
          new Entry("130", "Interrupted."));

  private static final List<Entry> FILES =
      List.of(
          new Entry(
              ".imagedb",
              "A database that belongs to the folder around it, and can move with it. The nearest"
                  + " one upwards of the working directory is the one that is meant."),
          new Entry(
              ".imagedb/config",
              "Options that count for this database: a line each, limit = 20 or search.limit = 20. Only"
                  + " some can be set there."),
          new Entry(
              ".imagedb/thumbnails", "Small copies of pictures. They may be deleted at any time."),
          new Entry("~/.config/imagedb/config.properties", "Options that count for all runs."),
          new Entry("~/.local/share/imagedb", "The database where there is no other."),
          new Entry("~/.local/state/imagedb/history", "What was typed at the prompt of the shell."),
          new Entry("~/.cache/imagedb", "The built-in model, unpacked."),
          new Entry("~/.cache/huggingface/hub", "Models of the hub, shared with Python."),
          new Entry(
              ".imagedbignore", "What indexing leaves out of its folder, as a .gitignore would."));

  private static final List<Entry> VARIABLES =
      List.of(
          new Entry("IMAGEDB_DB", "The database's folder where --db names none."),
          new Entry(
              "IMAGEDB_LIMIT, IMAGEDB_SEARCH_LIMIT, …",
              "An option by its name, for all commands that have it or for one."),
          new Entry("IMAGEDB_OPENER", "The program that opens pictures and pages."),
          new Entry("IMAGEDB_JAVA_HOME", "The Java to run on."),
          new Entry("IMAGEDB_JAVA_OPTIONS", "More options for Java: -Xmx8g."),
          new Entry(
              "HF_HOME, HF_HUB_CACHE, HF_HUB_OFFLINE, HF_ENDPOINT, HF_TOKEN",
              "The Hugging Face hub's own, with the meaning that they have there."),
          new Entry(
              "XDG_CONFIG_HOME, XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME",
              "Where ~/.config, ~/.local/share, ~/.local/state and ~/.cache are otherwise."),
          new Entry("NO_COLOR", "No colours, where it is not empty."),
          new Entry(
              "CLICOLOR, CLICOLOR_FORCE", "No colours where 0; colours everywhere where not 0."),
          new Entry("COLUMNS", "How wide tables may be, in place of the terminal's width."));

  private final Manual manual;
  private final Roff page = new Roff();

  private ManualPage(Manual manual) {
    this.manual = manual;
  }

  /// The page, its last line ended.
  public static String of(Manual manual) {
    return new ManualPage(manual).written();
  }

  private String written() {
    Command program = manual.program();
    begin(program);
    page.section("COMMANDS");
    manual.places().stream().skip(1).forEach(this::command);
    page.section("OPTIONS OF ALL COMMANDS");
    program.options().forEach(this::option);
    entries("EXIT STATUS", EXIT_CODES);
    entries("FILES", FILES);
    entries("ENVIRONMENT", VARIABLES);
    return page.section("EXAMPLES").example(program.examples()).toString();
  }

  private void begin(Command program) {
    String does = program.summary();
    String begun = does.substring(0, 1).toLowerCase(Locale.ROOT) + does.substring(1);
    page.title(program.name().toUpperCase(Locale.ROOT), 1, "User Commands")
        .section("NAME")
        .line(program.name() + " \\- " + Roff.text(begun))
        .section("SYNOPSIS")
        .line(
            "%s %s [%s...] [%s...]"
                .formatted(
                    Roff.bold(program.name()),
                    Roff.italic("COMMAND"),
                    Roff.italic("OPTION"),
                    Roff.italic("ARGUMENT")))
        .section("DESCRIPTION");
    program.description().forEach(page::paragraph);
  }

  private void command(Place place) {
    Command command = place.command();
    page.subsection(place.typed());
    page.line(synopsis(place));
    command.description().forEach(page::paragraph);
    command.operands().forEach(this::operand);
    command.options().stream().filter(this::isItsOwn).forEach(this::option);
    if (!command.examples().isEmpty()) {
      page.example(command.examples());
    }
  }

  private boolean isItsOwn(Option option) {
    return !manual.program().options().contains(option);
  }

  private String synopsis(Place place) {
    Stream<String> operands = place.command().operands().stream().map(ManualPage::synopsis);
    return Stream.concat(
            Stream.of(
                Roff.bold(manual.program().name() + " " + place.typed()),
                "[" + Roff.italic("OPTION") + "...]"),
            operands)
        .collect(joining(" "));
  }

  private static String synopsis(Operand operand) {
    String label = Roff.italic(operand.value().label()) + (operand.repeats() ? "..." : "");
    return operand.required() ? label : "[" + label + "]";
  }

  private void operand(Operand operand) {
    page.item(Roff.italic(operand.value().label()), operand.description());
  }

  private void option(Option option) {
    String names = option.names().stream().map(Roff::bold).collect(joining(", "));
    Value value = option.value();
    page.item(
        value == null ? names : names + " " + Roff.italic(value.label()), option.description());
  }

  private void entries(String heading, List<Entry> entries) {
    page.section(heading);
    entries.forEach(entry -> page.item(Roff.bold(entry.term()), entry.meaning()));
  }
}
