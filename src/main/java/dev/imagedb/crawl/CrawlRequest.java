package dev.imagedb.crawl;

import dev.imagedb.fault.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// What to crawl, and what to pass by.
///
/// Globs are written as lines of a `.gitignore`: without a slash they match a name at any depth
/// (`*.jpg`), with one the path below the root (`2019/*`, `**/raw/**`, `/drafts/`); upper and lower
/// case differ. Among several excludes the last that matches decides, so `!keep.jpg` takes one out.
///
/// @param roots files and folders, made absolute and normalised here; at least one
/// @param includes where there are any, only files that one of them matches (or whose folder does)
/// @param excludes files that are left out, and folders that are not entered
/// @param avoided folders that are not entered wherever they are met, such as the database's own
/// @param hidden whether entries whose name starts with a dot are taken; roots always are
/// @param followLinks whether symbolic links are followed below the roots; roots always are
public record CrawlRequest(
    List<Path> roots,
    List<String> includes,
    List<String> excludes,
    Set<Path> avoided,
    boolean hidden,
    boolean followLinks) {

  /// @throws UserException if there is no root, or one of the globs matches nothing by its form
  public CrawlRequest {
    if (roots.isEmpty()) {
      throw UserException.usage(
          "no file or folder was given", "Name at least one folder of pictures.");
    }
    roots = roots.stream().map(root -> root.toAbsolutePath().normalize()).distinct().toList();
    includes = List.copyOf(includes);
    excludes = List.copyOf(excludes);
    avoided = Set.copyOf(avoided);
    Globs.check("--include", includes);
    Globs.check("--exclude", excludes);
  }

  /// Everything below the given roots that is not hidden, without following links.
  public static CrawlRequest of(Path... roots) {
    return new CrawlRequest(List.of(roots), List.of(), List.of(), Set.of(), false, false);
  }
}
