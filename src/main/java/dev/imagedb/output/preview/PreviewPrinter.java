package dev.imagedb.output.preview;

import dev.imagedb.fault.UserException;
import dev.imagedb.output.Console;
import dev.imagedb.output.Entry;
import dev.imagedb.thumbnail.Thumbnail;
import dev.imagedb.thumbnail.Thumbnails;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Prints pictures one below the other: the picture to the left, what is known of it to the right.
///
/// Thumbnails are made on all cores, and each picture is printed when it and those before it are
/// ready. To be used by one thread.
public final class PreviewPrinter {
  private static final String GAP = "  ";

  private final PreviewMode mode;
  private final Console console;
  private final Map<String, String> variables;
  private final Thumbnails thumbnails;
  private final Supplier<TerminalReply> terminal;

  /// @param variables of the environment, which tell of the terminal what it does not tell itself
  /// @throws UserException where pictures cannot be drawn on standard output
  public PreviewPrinter(
      PreviewMode mode, Console console, Map<String, String> variables, Thumbnails thumbnails) {
    this(mode, console, variables, thumbnails, () -> TerminalDialogue.ask(variables));
  }

  /// @param terminal is asked what it can do, once, before anything is printed
  PreviewPrinter(
      PreviewMode mode,
      Console console,
      Map<String, String> variables,
      Thumbnails thumbnails,
      Supplier<TerminalReply> terminal) {
    requirePlace(mode, console, variables);
    this.mode = mode;
    this.console = console;
    this.variables = variables;
    this.thumbnails = thumbnails;
    this.terminal = terminal;
  }

  private static void requirePlace(
      PreviewMode mode, Console console, Map<String, String> variables) {
    if (mode == PreviewMode.BLOCKS) {
      return;
    }
    if (!console.screen().showsOut()) {
      throw UserException.usage(
          "--preview draws on a terminal, and standard output is none",
          "--preview=blocks, for coloured characters all the same");
    }
    if (variables.getOrDefault("TERM", "dumb").equals("dumb")) {
      throw UserException.usage(
          "--preview needs a terminal that can draw, and TERM says that this one cannot",
          "--preview=blocks, for coloured characters all the same");
    }
  }

  /// Prints all of them, each as soon as it is ready, and closes the stream. Ends early where
  /// nobody reads any more.
  public void printAll(Stream<Entry> entries) {
    // The terminal takes its time to answer; the first thumbnails are made meanwhile.
    CompletableFuture<Layout> layout = CompletableFuture.supplyAsync(this::layout);
    int cores = Runtime.getRuntime().availableProcessors();
    try (entries) {
      entries
          .gather(Gatherers.mapConcurrent(cores, entry -> illustrate(entry, layout)))
          .takeWhile(_ -> !console.out().checkError())
          .forEachOrdered(picture -> layout.join().print(picture));
    } finally {
      // However this ends, the terminal is left as it was found.
      layout.join();
    }
  }

  private Illustrated illustrate(Entry entry, CompletableFuture<Layout> layout) {
    Optional<Thumbnail> thumbnail = thumbnails.of(entry.photo());
    return new Illustrated(entry, layout.join().draw(thumbnail));
  }

  private Layout layout() {
    boolean asked = mode != PreviewMode.BLOCKS;
    TerminalReply reply = asked ? terminal.get() : TerminalReply.NONE;
    int width = console.screen().width().getAsInt();
    return new Layout(
        TerminalGraphics.of(mode, reply, variables),
        Room.beside(width, reply.cell().orElse(Room.USUAL_CELL)),
        width);
  }

  private record Illustrated(Entry entry, Drawing drawing) {}

  /// One list, when it is known how and where.
  private final class Layout {
    private final TerminalGraphics graphics;
    private final Room room;
    private final PreviewText text;

    Layout(TerminalGraphics graphics, Room room, int width) {
      this.graphics = graphics;
      this.room = room;
      this.text = new PreviewText(console, width - room.columns() - GAP.length());
    }

    Drawing draw(Optional<Thumbnail> thumbnail) {
      return thumbnail
          .flatMap(small -> graphics.draw(small, room))
          .orElseGet(() -> Drawing.blank(room));
    }

    void print(Illustrated picture) {
      Drawing drawing = picture.drawing();
      List<String> lines = text.lines(picture.entry());
      int rows = Math.max(drawing.rows().size(), lines.size());
      for (int row = 0; row < rows; row++) {
        String left = row < room.rows() ? drawing.rows().get(row) : " ".repeat(room.columns());
        String right = row < lines.size() ? GAP + lines.get(row) : "";
        console.out().println((left + right).stripTrailing());
      }
      printOver(drawing.overlay(), rows);
      console.out().println();
      console.out().flush();
    }

    /// Paints over the rows, which must be there first: a terminal that scrolls while it paints
    /// would tear the picture. The cursor's place is kept and found again (DECSC, DECRC).
    private void printOver(String overlay, int rows) {
      if (!overlay.isEmpty()) {
        PrintWriter out = console.out();
        out.print("\u001b7\u001b[" + rows + "A" + overlay + "\u001b8");
      }
    }
  }
}
