package dev.imagedb.fuzz;

import dev.imagedb.fault.UserException;
import dev.imagedb.settings.Settings;
import java.nio.file.Files;
import java.util.List;

/// Any `config` beside a database sets something, nothing, or is refused in one line.
public final class SettingsTarget {
  private SettingsTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] lines) {
    InMemory.folder(
        database -> {
          Files.write(database.resolve("config"), lines);
          try {
            new Settings(List.of()).in(database).of("search", "limit");
          } catch (UserException refused) {
            OneLine.require(refused);
          }
        });
  }
}
