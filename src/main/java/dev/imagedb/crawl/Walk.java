package dev.imagedb.crawl;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One walk through all roots. Holds the listings of the folders from the root down to where it is.
final class Walk implements Iterator<CrawledFile> {
  private static final String DATABASE_FOLDER = ".imagedb";

  private final CrawlRequest request;
  private final Globs globs;
  private final Consumer<Skipped> skipped;
  private final Disk disk;
  private final Iterator<Root> roots;
  private final Deque<Folder> open = new ArrayDeque<>();
  private final Set<Object> enteredFolders = new HashSet<>();

  /// Only files that could be met twice: those given by name, and all where links are followed.
  private final Set<Object> givenFiles = new HashSet<>();

  private @Nullable CrawledFile next;

  Walk(CrawlRequest request, List<Root> roots, Consumer<Skipped> skipped, Disk disk) {
    this.request = request;
    this.globs = new Globs(request);
    this.skipped = skipped;
    this.disk = disk;
    this.roots = roots.iterator();
    request.avoided().forEach(this::avoid);
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public CrawledFile next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    CrawledFile file = next;
    next = null;
    return file;
  }

  private @Nullable CrawledFile advance() {
    while (true) {
      Folder folder = open.peek();
      CrawledFile file = null;
      if (folder == null) {
        if (!roots.hasNext()) {
          return null;
        }
        file = start(roots.next());
      } else if (folder.hasNext()) {
        file = visitNext(folder);
      } else {
        open.pop();
      }
      if (file != null) {
        return file;
      }
    }
  }

  /// Roots are never hidden and never ignored: who names one wants it.
  private @Nullable CrawledFile start(Root root) {
    Path path = root.path();
    if (root.isFolder() && nameOf(path).equals(DATABASE_FOLDER)) {
      skip(path, "it is a database, not a folder of pictures");
    } else if (root.isFolder()) {
      enter(path, root.attributes(), "", IgnoreRules.NONE);
    } else if (!root.attributes().isRegularFile()) {
      skip(path, "it is neither a file nor a folder");
    } else if (globs.takesFile(nameOf(path)) && isNew(path, root.attributes(), givenFiles)) {
      return crawled(path, root.attributes(), true);
    }
    return null;
  }

  /// Where the drive of a folder does not answer, nothing more of it is asked for.
  private @Nullable CrawledFile visitNext(Folder folder) {
    try {
      return visit(folder, folder.next(disk));
    } catch (IOException e) {
      skip(folder.path(), Reason.of(e));
      open.pop();
      return null;
    }
  }

  private @Nullable CrawledFile visit(Folder folder, Disk.Entry entry) {
    BasicFileAttributes attributes = entry.attributes();
    if (attributes == null) {
      skip(entry.path(), String.valueOf(entry.reason()));
      return null;
    }
    String path = folder.prefix() + nameOf(entry.path());
    if (attributes.isDirectory()) {
      visitFolder(folder, entry.path(), path, attributes);
      return null;
    }
    boolean taken =
        attributes.isRegularFile()
            && globs.takesFile(path)
            && !folder.rules().ignore(path, false)
            && !wasGiven(entry.path(), attributes);
    return taken ? crawled(entry.path(), attributes, false) : null;
  }

  /// Whether an entry is worth a look.
  private boolean isVisible(Path entry) {
    String name = nameOf(entry);
    if (name.equals(DATABASE_FOLDER) || (!request.hidden() && name.startsWith("."))) {
      return false;
    }
    if (!isNameable(entry, name)) {
      skip(entry, "its name is not valid UTF-8; rename it");
      return false;
    }
    return true;
  }

  /// Whether a name leads back to its entry. Java puts U+FFFD where bytes are no characters, and
  /// finds no file by that.
  private static boolean isNameable(Path entry, String name) {
    if (name.indexOf('\uFFFD') < 0) {
      return true;
    }
    try {
      return entry.resolveSibling(name).equals(entry);
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private void visitFolder(Folder parent, Path entry, String path, BasicFileAttributes attributes) {
    if (globs.entersFolder(path) && !parent.rules().ignore(path, true)) {
      enter(entry, attributes, path + "/", parent.rules());
    }
  }

  /// A folder is entered once, which also ends the cycles that links can make.
  private void enter(Path path, BasicFileAttributes attributes, String prefix, IgnoreRules outer) {
    if (!isNew(path, attributes, enteredFolders)) {
      return;
    }
    try {
      List<Path> entries = disk.list(path);
      IgnoreRules rules = rules(entries, prefix, outer);
      open.push(new Folder(path, prefix, rules, entries.stream().filter(this::isVisible).toList()));
    } catch (IOException e) {
      skip(path, Reason.of(e));
    }
  }

  private IgnoreRules rules(List<Path> entries, String prefix, IgnoreRules outer) {
    for (Path entry : entries) {
      if (nameOf(entry).equals(IgnoreRules.FILE_NAME)) {
        try {
          return outer.with(disk.rules(entry), prefix);
        } catch (IOException e) {
          skip(entry, Reason.of(e));
        }
      }
    }
    return outer;
  }

  private boolean wasGiven(Path path, BasicFileAttributes attributes) {
    if (request.followLinks()) {
      return !isNew(path, attributes, givenFiles);
    }
    return !givenFiles.isEmpty() && givenFiles.contains(identity(path, attributes));
  }

  private static boolean isNew(Path path, BasicFileAttributes attributes, Set<Object> known) {
    return known.add(identity(path, attributes));
  }

  /// Device and inode where the file system has them, else the path with its links resolved.
  private static Object identity(Path path, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    if (key != null) {
      return key;
    }
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path;
    }
  }

  private void avoid(Path folder) {
    try {
      Path path = folder.toAbsolutePath().normalize();
      isNew(path, Files.readAttributes(path, BasicFileAttributes.class), enteredFolders);
    } catch (IOException _) {
      // What is not there cannot be walked into.
    }
  }

  private static CrawledFile crawled(Path path, BasicFileAttributes attributes, boolean named) {
    return new CrawledFile(
        new FileFacts(path, attributes.size(), attributes.lastModifiedTime().toInstant()), named);
  }

  private void skip(Path path, String reason) {
    skipped.accept(new Skipped(path, reason));
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
