package dev.imagedb.shell;

import dev.imagedb.cli.Program;
import dev.imagedb.output.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/// A person at a terminal: lines can be edited, completed and brought back, and what does not fit
/// the screen comes a page at a time.
final class EditorFront implements Front {
  private static final int REMEMBERED_LINES = 1000;

  private final Terminal terminal;
  private final LineReader reader;
  private final Runs runs = new Runs();

  /// @param terminal is closed with it
  /// @param history the file of earlier lines; empty where none can be kept
  EditorFront(
      Terminal terminal, Completer completer, Highlighter highlighter, Optional<Path> history) {
    this.terminal = terminal;
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("imagedb")
            .parser(new LineParser())
            .completer(completer)
            .highlighter(highlighter)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .variable(LineReader.HISTORY_SIZE, REMEMBERED_LINES)
            .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED_LINES);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    this.reader = builder.build();
    terminal.handle(Signal.INT, _ -> interrupt());
  }

  /// The terminal has shown `^C`, and the next prompt begins a line.
  private void interrupt() {
    if (runs.interrupt()) {
      terminal.writer().println();
      terminal.flush();
    }
  }

  @Override
  public Line read(String prompt) {
    try {
      return new Line.Typed(reader.readLine(prompt));
    } catch (UserInterruptException _) {
      return new Line.GivenUp();
    } catch (EndOfFileException _) {
      return new Line.End();
    }
  }

  @Override
  public int run(Program program, List<String> words) {
    Console console = program.console().asWideAs(() -> terminal.getSize().getColumns());
    Program here = program.printingTo(console, program.cancellation());
    return runs.run(here, new Pager(console.out(), new PagerKeys(terminal)), words);
  }

  @Override
  public boolean isAttended() {
    return true;
  }

  @Override
  public void close() {
    try {
      reader.getHistory().save();
      terminal.close();
    } catch (IOException _) {
      // The shell ends anyhow, and what it did is done.
    }
  }
}
