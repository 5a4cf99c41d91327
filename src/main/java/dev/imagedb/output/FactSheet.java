package dev.imagedb.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts for people, a line each: labels to the left, values aligned, in groups with a title.
public final class FactSheet {
  private static final String INDENT = "  ";

  /// One fact, harmless on a terminal.
  ///
  /// @param label may be empty
  public record Fact(String label, String value) {}

  /// Facts that belong together, harmless on a terminal.
  ///
  /// @param title may be empty
  public record Group(String title, List<Fact> facts) {}

  private final Console console;
  private final List<Group> groups = new ArrayList<>();

  FactSheet(Console console) {
    this.console = console;
  }

  /// Begins a group; one without facts is not printed.
  FactSheet group(String title) {
    groups.add(new Group(TerminalText.escape(title), new ArrayList<>()));
    return this;
  }

  /// A fact of the group that was begun last; nothing where there is no value.
  FactSheet fact(String label, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      groups
          .getLast()
          .facts()
          .add(new Fact(TerminalText.escape(label), TerminalText.escape(value)));
    }
    return this;
  }

  /// Several values under one label, a line each.
  FactSheet facts(String label, List<String> values) {
    for (int at = 0; at < values.size(); at++) {
      fact(at == 0 ? label : "", values.get(at));
    }
    return this;
  }

  /// The groups that hold any facts.
  public List<Group> groups() {
    return groups.stream().filter(group -> !group.facts().isEmpty()).toList();
  }

  /// Prints all groups and flushes.
  void print() {
    groups().forEach(this::print);
    console.out().flush();
  }

  private void print(Group group) {
    boolean titled = !group.title().isEmpty();
    if (titled) {
      console.out().println(Style.BOLD.on(console, group.title()));
    }
    int width =
        group.facts().stream().mapToInt(fact -> DisplayWidth.of(fact.label())).max().orElse(0);
    String indent = titled ? INDENT : "";
    String gap = width == 0 ? "" : INDENT;
    for (Fact fact : group.facts()) {
      String label = DisplayWidth.padEnd(fact.label(), width);
      console.out().println(indent + label + gap + fact.value());
    }
  }
}
