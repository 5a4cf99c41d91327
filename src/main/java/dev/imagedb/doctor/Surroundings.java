package dev.imagedb.doctor;

import dev.imagedb.embed.models.ModelLibrary;
import dev.imagedb.settings.SettingsFile;
import dev.imagedb.store.PhotoStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Where the program runs, as its checks see it.
///
/// @param database the folder of the database, which need not be there
/// @param cache the program's own folder for what can be made anew
/// @param settingDoubts a line for each setting that is passed over
public record Surroundings(
    PhotoStore store,
    Path database,
    Path cache,
    ModelLibrary library,
    List<SettingsFile> settingsFiles,
    Supplier<List<String>> settingDoubts,
    Terminal terminal,
    Machine machine) {

  /// What people look at.
  ///
  /// @param shown whether standard output is a terminal
  /// @param kind as `$TERM` has it; may be empty
  /// @param width in columns
  /// @param graphics how it shows pictures, as its variables tell; empty where they do not
  /// @param nameEncoding the encoding of file names, as Java has it from the locale
  public record Terminal(
      boolean shown, String kind, int width, boolean colour, String graphics, String nameEncoding) {
    /// What the environment tells of a terminal beside what is known of its streams.
    public static Terminal of(
        Map<String, String> variables, boolean shown, int width, boolean colour) {
      return new Terminal(
          shown,
          variables.getOrDefault("TERM", ""),
          width,
          colour,
          graphics(variables),
          System.getProperty("sun.jnu.encoding", ""));
    }

    /// The protocols of kitty and of iTerm2, by the programs that set these variables.
    private static String graphics(Map<String, String> variables) {
      String program = variables.getOrDefault("TERM_PROGRAM", "");
      if (variables.containsKey("KITTY_WINDOW_ID") || program.equals("ghostty")) {
        return "kitty's";
      }
      return program.equals("iTerm.app") || program.equals("WezTerm") ? "iTerm2's" : "";
    }
  }
}
