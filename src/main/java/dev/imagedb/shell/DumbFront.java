package dev.imagedb.shell;

import dev.imagedb.cli.Program;
import dev.imagedb.output.Console;
import java.util.List;
import org.jline.utils.Signals;

/// A person at a terminal that obeys no escape codes (`TERM=dumb`), or that sits in an editor: it
/// edits its lines by itself, and has no history or completion.
final class DumbFront implements Front {
  private static final String INTERRUPT = "INT";

  private final PipeFront lines;
  private final Console console;
  private final Runs runs = new Runs();
  private final Object signalsBefore;
  private String prompt = "";

  DumbFront(PipeFront lines, Console console) {
    this.lines = lines;
    this.console = console;
    this.signalsBefore = Signals.register(INTERRUPT, this::interrupt);
  }

  /// The terminal has thrown away the line that was begun.
  private void interrupt() {
    console.out().println();
    if (!runs.interrupt()) {
      show();
    }
  }

  private void show() {
    console.out().print(prompt);
    console.flush();
  }

  @Override
  public Line read(String shown) {
    prompt = shown;
    show();
    return lines.read(shown);
  }

  @Override
  public int run(Program program, List<String> words) {
    return runs.run(program, program.console().out(), words);
  }

  @Override
  public boolean isAttended() {
    return true;
  }

  @Override
  public void close() {
    console.out().println();
    console.flush();
    Signals.unregister(INTERRUPT, signalsBefore);
  }
}
