package dev.imagedb.cli;

import dev.imagedb.output.Console;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Hands addresses and files to the desktop's own programs.
///
/// @param variables of the environment, for `IMAGEDB_OPENER`: a program that is handed one argument
record Opener(Console console, Map<String, String> variables) {

  /// Opens it, and does not wait. Where that cannot be done, a line says so.
  void open(String address) {
    List<String> command = command(address);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException _) {
      console.warn(
          "cannot run %s to open %s; set IMAGEDB_OPENER to a program that can"
              .formatted(command.getFirst(), address));
    }
  }

  private List<String> command(String address) {
    String own = variables.getOrDefault("IMAGEDB_OPENER", "");
    if (!own.isEmpty()) {
      return List.of(own, address);
    }
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler", address);
    }
    return List.of(system.startsWith("mac") ? "open" : "xdg-open", address);
  }
}
