package dev.imagedb.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a database lies: `--db`, else `$IMAGEDB_DB`, else the nearest `.imagedb` folder upwards of
/// the working directory (as git does), else the user's data folder (XDG Base Directory).
public final class DatabaseLocation {
  /// A database in a folder of this name belongs to the folder around it, and can move with it.
  public static final String FOLDER_NAME = ".imagedb";

  /// What may lie in a database's folder beside it: options that its users set for it.
  public static final String SETTINGS_FILE = "config";

  /// In a database's folder, what holds its pictures' thumbnails. May be deleted at any time.
  public static final String THUMBNAILS = "thumbnails";

  /// Names a database's folder for whoever names none.
  public static final String VARIABLE = "IMAGEDB_DB";

  private DatabaseLocation() {}

  /// The database's folder, absolute; it need not be there.
  ///
  /// @param given what the user named; null where nothing was named
  public static Path find(
      @Nullable Path given, Map<String, String> variables, Path workingDirectory, Path home) {
    if (given != null) {
      return workingDirectory.resolve(given).normalize();
    }
    String variable = variables.getOrDefault(VARIABLE, "");
    if (!variable.isEmpty()) {
      return workingDirectory.resolve(variable).normalize();
    }
    for (Path folder = workingDirectory; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(FOLDER_NAME))) {
        return folder.resolve(FOLDER_NAME);
      }
    }
    String data = variables.getOrDefault("XDG_DATA_HOME", "");
    Path dataHome = data.isEmpty() ? home.resolve(".local/share") : Path.of(data);
    return dataHome.resolve("imagedb").toAbsolutePath().normalize();
  }
}
