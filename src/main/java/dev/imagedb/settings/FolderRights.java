package dev.imagedb.settings;

import java.util.Set;

/// What a database's own file may set.
///
/// Such a file comes along with a folder, and the folder may be a stranger's drive. So it may say
/// how that folder's pictures are read, and how a list of them begins: nothing that names a file,
/// an address, a model or a program, that opens this machine to others, or that lifts a limit which
/// protects it. Whatever is not named here it may not set, so that a new option is safe until
/// somebody has thought about it. Why: decision 6.
final class FolderRights {
  private static final Set<String> OPTIONS =
      Set.of(
          "include",
          "exclude",
          "hidden",
          "no-prune",
          "decode",
          "precision",
          "resize-mode",
          "limit",
          "sort",
          "reverse",
          "relevant",
          "min-score",
          "mode",
          "fuse",
          "exact",
          "top",
          "min-probability",
          "template");

  private FolderRights() {}

  /// Whether a setting may come from where it comes from.
  static boolean allow(Setting setting) {
    return setting.origin().layer() != Layer.DATABASE || OPTIONS.contains(setting.option());
  }
}
