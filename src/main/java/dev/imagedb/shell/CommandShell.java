package dev.imagedb.shell;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.cli.Program;
import dev.imagedb.desktop.DesktopViewer;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.Console;
import dev.imagedb.output.ErrorPrinter;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// Reads lines and does what they say. A line that fails ends nothing but itself. Used once, by one
/// thread.
public final class CommandShell {
  private final Console console;
  private final LastSearch last = new LastSearch();
  private final Between between;
  private final Program program;
  private final IndexedValues index;
  private final Vocabulary vocabulary;
  private final Interpreter interpreter;
  private final DesktopViewer viewer;
  private final InputStream in;
  private int failure = ExitCode.DONE.code();
  private boolean left;

  /// @param program as the command that starts it has it
  public CommandShell(Program program) {
    this.console = program.console();
    this.between = new Between(program.stores(), last);
    this.program = program.lasting(between::store, between, _ -> refuse());
    this.index = new IndexedValues(this.program.store());
    this.vocabulary = new Vocabulary(CommandTree.manual(program));
    this.interpreter =
        new Interpreter(vocabulary, last, program.home(), console.workingDirectory());
    this.viewer = new DesktopViewer(program.variables());
    this.in = program.in();
  }

  private static int refuse() {
    throw UserException.usage("this is the shell already", "help");
  }

  /// Reads to the end.
  ///
  /// @return 0 where a person types; else how the last command that failed ended, 0 if none did
  public int run() {
    try (between;
        Front front = front()) {
      if (front.isAttended()) {
        greet();
      }
      while (!left) {
        obey(front.read(prompt()), front);
      }
      return front.isAttended() ? ExitCode.DONE.code() : failure;
    }
  }

  private Front front() {
    return new Fronts(program, vocabulary, index).front(in);
  }

  private void greet() {
    console.err().println("Words are searched for; help tells the rest, and Ctrl-D leaves.");
    console.err().flush();
  }

  /// What is open.
  private String prompt() {
    OptionalLong pictures = index.pictures();
    if (pictures.isEmpty()) {
      return "imagedb> ";
    }
    long count = pictures.getAsLong();
    return String.format(Locale.ROOT, "%,d %s> ", count, count == 1 ? "picture" : "pictures");
  }

  private void obey(Line line, Front front) {
    switch (line) {
      case Line.Typed(String text) -> obey(text, front);
      case Line.GivenUp _ -> {}
      case Line.End _ -> left = true;
    }
  }

  private void obey(String typed, Front front) {
    int code;
    try {
      code = done(interpreter.read(typed), front);
    } catch (UserException wrong) {
      new ErrorPrinter(console).print(wrong);
      code = wrong.exitCode().code();
    }
    if (code != ExitCode.DONE.code()) {
      failure = code;
    }
  }

  private int done(Action action, Front front) {
    switch (action) {
      case Action.Run(List<String> words) -> {
        last.begin(words);
        return front.run(program, words);
      }
      case Action.Open(var picture) -> viewer.open(picture);
      case Action.Help _ -> {
        console.out().print(new Guide(vocabulary).text());
        console.flush();
      }
      case Action.Leave _ -> left = true;
      case Action.Rest _ -> {}
    }
    return ExitCode.DONE.code();
  }
}
