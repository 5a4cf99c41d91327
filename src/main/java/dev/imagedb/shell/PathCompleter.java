package dev.imagedb.shell;

import dev.imagedb.output.TerminalText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that a path may go on with.
///
/// @param home what `~` stands for
/// @param here that relative names start at
record PathCompleter(Path home, Path here) {
  private static final String HOME = "~/";

  /// What may stand in place of a path that is being typed, folders with a slash behind them.
  /// Hidden entries only where a dot was typed.
  List<String> complete(String typed, boolean foldersOnly) {
    int slash = typed.lastIndexOf('/');
    String folder = typed.substring(0, slash + 1);
    String begun = typed.substring(slash + 1);
    try (Stream<Path> entries = Files.list(resolved(folder))) {
      return entries
          .filter(entry -> !foldersOnly || Files.isDirectory(entry))
          .filter(entry -> isMeant(entry.getFileName().toString(), begun))
          .map(entry -> folder + entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
          .sorted()
          .toList();
    } catch (IOException | InvalidPathException _) {
      return List.of();
    }
  }

  private Path resolved(String folder) {
    return folder.startsWith(HOME)
        ? home.resolve(folder.substring(HOME.length()))
        : here.resolve(folder);
  }

  private static boolean isMeant(String name, String begun) {
    return name.startsWith(begun)
        && (begun.startsWith(".") || !name.startsWith("."))
        && TerminalText.escape(name).equals(name);
  }
}
