package dev.imagedb;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.cli.Continuity;
import dev.imagedb.cli.ModelRequest;
import dev.imagedb.cli.Program;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.Temperature;
import dev.imagedb.image.RgbImage;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.ingest.FakeEmbedder;
import dev.imagedb.output.Console;
import dev.imagedb.search.Answer;
import dev.imagedb.store.lucene.WatchedDisk;
import dev.imagedb.store.lucene.WatchedDisk.Half;
import dev.imagedb.store.lucene.WatchedDisk.Steps;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The program with its own commands, whose process ends at a step of its writing as if it were
/// killed there. Its model takes mean colours for vectors, so that it starts as fast as Java does.
///
/// Run as `STEP TIMES FOLDER COMMAND…`: it halts when it comes to the step for the so manyth time.
public final class HaltingProgram {
  /// What a process says that was killed, as a shell tells it.
  static final int KILLED = 137;

  private HaltingProgram() {}

  public static void main(String[] args) {
    Halt halt = new Halt(args[0], Integer.parseInt(args[1]));
    List<String> command = List.of(args).subList(3, args.length);
    System.exit(run(halt, Path.of(args[2]), System.err, command));
  }

  /// Runs a command in a folder.
  ///
  /// @param steps is told what the command does on the disk
  /// @return its exit code
  static int run(Steps steps, Path folder, PrintStream told, List<String> command) {
    Console console =
        Console.of(new PrintStream(OutputStream.nullOutputStream()), told, Map.of(), folder);
    Program program =
        Main.program(console, InputStream.nullInputStream(), Map.of(), folder, new Cancellation())
            .lasting(new WatchedDisk(steps)::store, new Colours(), _ -> 0);
    return CommandTree.run(program, command.toArray(String[]::new));
  }

  /// Counts down to the end.
  private static final class Halt implements Steps {
    private final String step;
    private int times;

    Halt(String step, int times) {
      this.step = step;
      this.times = times;
    }

    @Override
    public synchronized void next(String name, Half half) throws IOException {
      if (name.equals(step) && --times == 0) {
        half.run();
        Runtime.getRuntime().halt(KILLED);
      }
    }
  }

  /// Hands out the same model for everything, or another where pictures are to be padded.
  private static final class Colours implements Continuity {
    @Override
    public Embedder embedder(ModelRequest wanted, Supplier<Embedder> opener) {
      return new ColourNames(wanted.padded() ? "padded" : "colours");
    }

    @Override
    public void answered(Answer answer) {}
  }

  /// Takes words for colours, any for one.
  private static final class ColourNames extends FakeEmbedder {
    ColourNames(String model) {
      super(model);
    }

    @Override
    public Temperature temperature() {
      return new Temperature(100, null);
    }

    @Override
    public float[] embedText(String text) {
      int hash = text.hashCode();
      byte[] colour = {(byte) (hash >> 16), (byte) (hash >> 8), (byte) hash};
      return embedImages(List.of(new RgbImage(1, 1, colour)))[0];
    }
  }
}
