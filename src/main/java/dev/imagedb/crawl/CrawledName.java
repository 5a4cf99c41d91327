package dev.imagedb.crawl;

import java.util.List;
import java.util.stream.Stream;

/// An entry's path below a folder as patterns look at it: its names, each as its characters.
///
/// @param names one at least; each a list of code points
record CrawledName(List<List<Integer>> names, boolean folder) {

  /// @param path with slashes
  static CrawledName of(String path, boolean folder) {
    return new CrawledName(
        Stream.of(path.split("/", -1)).map(name -> name.codePoints().boxed().toList()).toList(),
        folder);
  }

  /// The folders on the way down to it, the outermost first, and it itself.
  Stream<CrawledName> fromTheTop() {
    return Stream.iterate(1, depth -> depth + 1)
        .limit(names.size())
        .map(depth -> new CrawledName(names.subList(0, depth), folder || depth < names.size()));
  }
}
