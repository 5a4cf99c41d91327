package dev.imagedb.settings;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file of settings, one a line: `limit = 20`, `search.limit = 50`.
///
/// UTF-8. What begins with `#` is a comment. Names and values are taken as they stand, without the
/// spaces around them: there are no quotes and no escapes, so that a Windows path needs none. A
/// name may be given several times where its option takes several values. Neither a file that is
/// not there nor what is no file (a pipe would be waited for) sets anything.
///
/// @param path of the file
public record SettingsFile(Layer layer, Path path) {
  /// More than anyone writes by hand.
  private static final int MOST_BYTES = 1 << 16;

  /// All that it sets, in its order.
  ///
  /// @throws UserException where it cannot be read, or a line sets nothing
  List<Setting> read() {
    return isThere() ? parse(text()) : List.of();
  }

  public boolean isThere() {
    return Files.isRegularFile(path);
  }

  private String text() {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length <= MOST_BYTES) {
        return new String(bytes, StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, "cannot read the settings in " + path, "imagedb --no-config …", e);
    }
    throw UserException.failed(
        path + " is larger than 64 kB, which no file of settings is", "imagedb --no-config …");
  }

  private List<Setting> parse(String text) {
    List<Setting> settings = new ArrayList<>();
    String[] lines = text.split("\\R", -1);
    for (int at = 0; at < lines.length; at++) {
      String line = lines[at].strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        settings.add(parse(line, new Origin.Line(layer, path, at + 1)));
      }
    }
    return settings;
  }

  private static Setting parse(String line, Origin.Line origin) {
    int equals = line.indexOf('=');
    if (equals < 1) {
      throw UserException.usage(
          "%s: expected a name, an equals sign and a value, not \"%s\"".formatted(origin, line),
          "limit = 20");
    }
    String name = line.substring(0, equals).strip();
    int dot = name.indexOf('.');
    return new Setting(
        name.substring(0, Math.max(dot, 0)),
        name.substring(dot + 1),
        line.substring(equals + 1).strip(),
        origin);
  }
}
