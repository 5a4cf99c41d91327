package dev.imagedb.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/// A folder whose entries are being walked. They are looked at some at a time, shortly before their
/// turn: a folder may have a million.
final class Folder {
  private static final int LOOKED_AT_ONCE = 256;

  private final Path path;
  private final String prefix;
  private final IgnoreRules rules;
  private final List<Path> entries;
  private int taken;
  private Iterator<Disk.Entry> looked = List.<Disk.Entry>of().iterator();

  /// @param prefix the path to it from its root, ending in a slash unless it is empty
  Folder(Path path, String prefix, IgnoreRules rules, List<Path> entries) {
    this.path = path;
    this.prefix = prefix;
    this.rules = rules;
    this.entries = entries;
  }

  Path path() {
    return path;
  }

  String prefix() {
    return prefix;
  }

  IgnoreRules rules() {
    return rules;
  }

  boolean hasNext() {
    return looked.hasNext() || taken < entries.size();
  }

  /// @throws LateException where the drive does not answer
  Disk.Entry next(Disk disk) throws IOException {
    if (!looked.hasNext()) {
      int end = Math.min(taken + LOOKED_AT_ONCE, entries.size());
      looked = disk.look(entries.subList(taken, end)).iterator();
      taken = end;
    }
    return looked.next();
  }
}
