package dev.imagedb;

import dev.imagedb.cli.CommandTree;
import dev.imagedb.cli.Program;
import dev.imagedb.ingest.Cancellation;
import dev.imagedb.output.Console;
import dev.imagedb.output.Screen;
import dev.imagedb.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Does what people do most, silently. The launcher runs it once for the JVM to note what is loaded
/// on the way (JEP 514), so that every later start takes less time.
final class Rehearsal {
  private final Program program;

  private Rehearsal(Path home, Console console) {
    this.program =
        Main.program(console, InputStream.nullInputStream(), Map.of(), home, new Cancellation());
  }

  /// Rehearses.
  ///
  /// @param arguments an empty folder to be at home in, which is left filled, a folder of pictures,
  ///   and one of them
  static void main(String... arguments) throws IOException {
    Path home = Path.of(arguments[0]);
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    Console console = new Console(nobody, nobody, Screen.NONE, home);
    CountDownLatch ended = Main.begin(new Cancellation(), console);
    new Rehearsal(home, console).search(arguments[1], arguments[2]);
    ended.countDown();
  }

  private void search(String folder, String picture) throws IOException {
    Path settings = Settings.userFile(Map.of(), program.home()).path();
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "search.limit = 20\n");
    command("index", folder, "--model", "builtin");
    command("index", folder);
    command("search", "a dog on a beach");
    command("search", "--prompt", "a dog", "--text", "Canon", "--after", "2019", "--json");
    command("search", "--image", picture, "--paths");
    command("search", "--like", picture);
    command("search", "a dog", "--preview=blocks");
    command("list", "--gallery", "gallery.html");
    command("list");
    command("status");
  }

  private void command(String... words) {
    CommandTree.run(program, words);
  }
}
