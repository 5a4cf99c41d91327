package dev.imagedb.shell;

import dev.imagedb.cli.Program;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.output.Console;
import dev.imagedb.output.TerminalDevice;
import java.io.IOException;
import java.io.InputStream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/// Finds out who types.
record Fronts(Program program, Vocabulary vocabulary, IndexedValues index) {

  /// @param in standard input, where that is no terminal that JLine can have
  Front front(InputStream in) {
    Console console = program.console();
    if (!console.screen().showsOut() || !TerminalDevice.isInput()) {
      return PipeFront.of(in);
    }
    return program.variables().getOrDefault("TERM", "dumb").equals("dumb")
        ? new DumbFront(PipeFront.of(in), console)
        : editor();
  }

  private Front editor() {
    PathCompleter paths = new PathCompleter(program.home(), program.console().workingDirectory());
    return new EditorFront(
        terminal(),
        new LineCompleter(vocabulary, index, paths),
        new LineHighlighter(vocabulary, program.console().screen().colour()),
        HistoryFile.of(program.variables(), program.home()));
  }

  /// A terminal that is asked no questions: what it would answer could be taken for typed, and an
  /// old one would show them.
  private static Terminal terminal() {
    try {
      return TerminalBuilder.builder().system(true).dumb(false).graphemeCluster(false).build();
    } catch (IOException | IllegalStateException e) {
      throw new UserException(
          ExitCode.FAILED,
          "the terminal cannot be used: " + e.getMessage(),
          "TERM=dumb imagedb shell",
          e);
    }
  }
}
