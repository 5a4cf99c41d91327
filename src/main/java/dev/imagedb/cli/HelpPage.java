package dev.imagedb.cli;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import dev.imagedb.output.WrappedText;
import dev.imagedb.output.WrappedText.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The help of a command: what it is for, examples, how it is written, and its options under
/// headings, in the order of the source.
///
/// There are two sizes. The brief one fits a screen: a line an option, and none for what is
/// [Seldom] needed. The full one leaves nothing out.
final class HelpPage {
  private static final String EVERYWHERE = "Everywhere";
  private static final String OPTIONS = "Options";

  /// Longer lines are hard to read.
  private static final int WIDEST = 100;

  /// Names that are longer have a line of their own.
  private static final int WIDEST_NAMES = 26;

  /// Of the terminals that people begin with.
  private static final int ROWS = 40;

  private final CommandSpec command;
  private final Size size;
  private final WrappedText text;

  private enum Size {
    FULL,
    BRIEF,
    /// Brief, without lines between sections.
    TIGHT
  }

  private HelpPage(CommandSpec command, int width, Size size) {
    this.command = command;
    this.size = size;
    this.text = new WrappedText(Math.min(width, WIDEST));
  }

  /// A page that fits a screen.
  ///
  /// @param width of the terminal
  static String brief(CommandSpec command, int width) {
    String page = new HelpPage(command, width, Size.BRIEF).page();
    return page.lines().count() <= ROWS ? page : new HelpPage(command, width, Size.TIGHT).page();
  }

  /// All that there is to say.
  static String full(CommandSpec command, int width) {
    return new HelpPage(command, width, Size.FULL).page();
  }

  private boolean isBrief() {
    return size != Size.FULL;
  }

  private String page() {
    List<String> footer = Stream.of(command.usageMessage().footer()).map(HelpPage::plain).toList();
    Stream.of(command.usageMessage().description()).map(HelpPage::plain).forEach(text::paragraph);
    text.gap();
    footer.stream().filter(HelpPage::isExample).forEach(text::line);
    text.gap();
    text.hanging("Usage: ", synopsis());
    addSections(Stream.of(arguments(), commands(), options()).flatMap(List::stream).toList());
    text.gap();
    text.paragraph(
        isBrief() ? more() : footer.stream().filter(HelpPage::isNote).collect(joining(" ")));
    return text.toString();
  }

  /// picocli formats what it prints itself.
  private static String plain(String line) {
    return line.replace("%%", "%");
  }

  private static boolean isExample(String line) {
    return line.startsWith("  ");
  }

  private static boolean isNote(String line) {
    return !isExample(line) && !line.isBlank() && !line.startsWith("Example");
  }

  private String synopsis() {
    Stream<String> required =
        command.argGroups().stream()
            .filter(group -> group.multiplicity().min() > 0)
            .map(HelpPage::alternatives);
    Stream<String> arguments = command.positionalParameters().stream().map(HelpPage::argument);
    Stream<String> commands =
        command.subcommands().isEmpty()
            ? Stream.empty()
            : Stream.of(command.parent() == null ? "COMMAND" : "[COMMAND]");
    return Stream.of(
            Stream.of(command.qualifiedName()),
            commands,
            required,
            Stream.of("[OPTION]…"),
            arguments)
        .flatMap(part -> part)
        .collect(joining(" "));
  }

  private static String alternatives(ArgGroupSpec group) {
    return group.args().stream()
        .map(OptionSpec.class::cast)
        .map(option -> option.longestName() + value(option))
        .collect(joining(" | ", "(", ")"));
  }

  private static String argument(ArgSpec argument) {
    String many = argument.arity().max() > 1 ? "…" : "";
    return argument.arity().min() > 0
        ? argument.paramLabel() + many
        : "[" + argument.paramLabel() + "]" + many;
  }

  /// Entries under a heading; without one, it is empty.
  private record Section(String heading, List<Entry> entries) {}

  /// All names have a column in common.
  private void addSections(List<Section> sections) {
    int column =
        sections.stream()
            .flatMap(section -> section.entries().stream())
            .mapToInt(entry -> entry.name().length())
            .filter(length -> length <= WIDEST_NAMES)
            .max()
            .orElse(0);
    text.gap();
    for (Section section : sections) {
      if (size != Size.TIGHT) {
        text.gap();
      }
      if (!section.heading().isEmpty()) {
        text.line(section.heading() + ":");
      }
      section.entries().forEach(entry -> text.entry(shortened(entry, column), column));
    }
  }

  private Entry shortened(Entry entry, int column) {
    return isBrief()
        ? new Entry(entry.name(), Brevity.line(entry.description(), text.roomBehind(column)))
        : entry;
  }

  private List<Section> arguments() {
    List<Entry> entries =
        command.positionalParameters().stream()
            .map(argument -> new Entry("  " + argument.paramLabel(), description(argument)))
            .toList();
    return entries.isEmpty() ? List.of() : List.of(new Section("", entries));
  }

  private List<Section> commands() {
    Map<String, List<CommandLine>> byHeading =
        command.subcommands().values().stream()
            .distinct()
            .collect(groupingBy(HelpPage::heading, LinkedHashMap::new, toList()));
    return sections(byHeading, HelpPage::summary);
  }

  private static String heading(CommandLine line) {
    Under under = line.getCommandSpec().userObject().getClass().getAnnotation(Under.class);
    return under == null ? "Commands" : under.value();
  }

  private static Entry summary(CommandLine line) {
    String[] description = line.getCommandSpec().usageMessage().description();
    return new Entry("  " + line.getCommandName(), plain(description[0]));
  }

  private List<Section> options() {
    Map<String, List<OptionSpec>> byHeading =
        command.options().stream()
            .filter(option -> !isBrief() || !isSeldom(option))
            .sorted(comparing(HelpPage::isEverywhere).thenComparing(HelpPage::isOneOfSome))
            .collect(groupingBy(HelpPage::heading, LinkedHashMap::new, toList()));
    return sections(byHeading, HelpPage::entry);
  }

  private static <T> List<Section> sections(
      Map<String, List<T>> byHeading, Function<T, Entry> entry) {
    return byHeading.entrySet().stream()
        .map(each -> new Section(each.getKey(), each.getValue().stream().map(entry).toList()))
        .toList();
  }

  /// picocli names options of groups before others; only what must be given stands first.
  private static boolean isOneOfSome(OptionSpec option) {
    return option.group() != null && option.group().multiplicity().min() == 0;
  }

  private static boolean isEverywhere(OptionSpec option) {
    return heading(option).equals(EVERYWHERE);
  }

  private static String heading(OptionSpec option) {
    return option.usageHelp() || option.versionHelp()
        ? EVERYWHERE
        : HelpMarks.of(option, Under.class).map(Under::value).orElse(OPTIONS);
  }

  private boolean isSeldom(OptionSpec option) {
    boolean below = command.parent() != null;
    return (below && isEverywhere(option)) || HelpMarks.of(option, Seldom.class).isPresent();
  }

  private static Entry entry(OptionSpec option) {
    List<String> names = Stream.of(option.names()).sorted(comparingInt(String::length)).toList();
    String indent = names.getFirst().startsWith("--") ? "      " : "  ";
    return new Entry(indent + String.join(", ", names) + value(option), description(option));
  }

  private static String value(OptionSpec option) {
    return option.arity().max() == 0 ? "" : " " + option.paramLabel();
  }

  private static String description(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  /// Where to read on.
  private String more() {
    if (command.parent() == null) {
      return "Of a command: imagedb COMMAND --help. At length: imagedb help COMMAND";
    }
    long seldom =
        command.options().stream()
            .filter(option -> isSeldom(option) && !isEverywhere(option))
            .count();
    return (seldom == 0 ? "At length: " : "%d more options, and all at length: ".formatted(seldom))
        + "imagedb help "
        + path(command);
  }

  /// `models pull`.
  private static String path(CommandSpec command) {
    return command.qualifiedName().substring(command.root().name().length() + 1);
  }
}
