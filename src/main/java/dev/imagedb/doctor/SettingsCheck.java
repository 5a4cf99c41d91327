package dev.imagedb.doctor;

import static java.util.stream.Collectors.joining;

import dev.imagedb.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Which files of settings there are, and whether all that they set counts.
///
/// @param doubts a line for each setting that is passed over
record SettingsCheck(List<SettingsFile> files, Supplier<List<String>> doubts) implements Check {
  @Override
  public String subject() {
    return "settings";
  }

  @Override
  public Finding examine() {
    List<String> wrong = doubts.get();
    if (!wrong.isEmpty()) {
      return Finding.note(String.join("; ", wrong), "imagedb config");
    }
    String there =
        files.stream()
            .filter(SettingsFile::isThere)
            .map(SettingsFile::path)
            .map(Path::toString)
            .collect(joining(", "));
    return Finding.ok(there.isEmpty() ? "no file sets anything" : there);
  }
}
