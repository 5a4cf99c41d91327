package dev.imagedb.evaluation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the pictures of a gallery by what a file calls them: a path, absolute or relative to the
/// file's folder, or a file name that only one picture has.
final class PictureNames {
  private final Path folder;
  private final Map<Path, Integer> byPath = new HashMap<>();
  private final Map<Path, Integer> byName = new HashMap<>();

  /// @param folder of the file, absolute
  PictureNames(Gallery gallery, Path folder) {
    this.folder = folder;
    List<Path> paths = gallery.paths();
    Set<Path> ambiguous = new HashSet<>();
    for (int picture = 0; picture < paths.size(); picture++) {
      Path path = paths.get(picture);
      byPath.put(path, picture);
      if (byName.put(path.getFileName(), picture) != null) {
        ambiguous.add(path.getFileName());
      }
    }
    byName.keySet().removeAll(ambiguous);
  }

  /// The picture's place in the gallery.
  Optional<Integer> find(String name) {
    return findExactly(name).or(() -> findExactly(TrecLines.unescaped(name)));
  }

  private Optional<Integer> findExactly(String name) {
    try {
      Path path = Path.of(name);
      return Optional.ofNullable(byPath.get(folder.resolve(path).normalize()))
          .or(() -> Optional.ofNullable(byName.get(path)));
    } catch (InvalidPathException noName) {
      return Optional.empty();
    }
  }
}
