package dev.imagedb.crawl;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.Skipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
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
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] DO_NOT_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  private final CrawlRequest request;
  private final Globs globs;
  private final Consumer<Skipped> skipped;
  private final Listing listing;
  private final Iterator<Root> roots;
  private final Deque<Folder> open = new ArrayDeque<>();
  private final Set<Object> enteredFolders = new HashSet<>();

  /// Only files that could be met twice: those given by name, and all where links are followed.
  private final Set<Object> givenFiles = new HashSet<>();

  private @Nullable CrawledFile next;

  /// A folder whose entries are being walked.
  ///
  /// @param prefix the path to it from its root, ending in a slash unless it is empty
  private record Folder(String prefix, IgnoreRules rules, Iterator<Path> entries) {}

  Walk(CrawlRequest request, List<Root> roots, Consumer<Skipped> skipped, Listing listing) {
    this.request = request;
    this.globs = new Globs(request);
    this.skipped = skipped;
    this.listing = listing;
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
      } else if (folder.entries().hasNext()) {
        file = visit(folder, folder.entries().next());
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

  private @Nullable CrawledFile visit(Folder folder, Path entry) {
    String name = nameOf(entry);
    if (name.equals(DATABASE_FOLDER) || (!request.hidden() && name.startsWith("."))) {
      return null;
    }
    if (!isNameable(entry, name)) {
      skip(entry, "its name is not valid UTF-8; rename it");
      return null;
    }
    BasicFileAttributes attributes = attributes(entry);
    if (attributes == null) {
      return null;
    }
    String path = folder.prefix() + name;
    if (attributes.isDirectory()) {
      visitFolder(folder, entry, path, attributes);
      return null;
    }
    boolean taken =
        attributes.isRegularFile()
            && globs.takesFile(path)
            && !folder.rules().ignore(path, false)
            && !wasGiven(entry, attributes);
    return taken ? crawled(entry, attributes, false) : null;
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
      List<Path> entries = listing.of(path);
      open.push(new Folder(prefix, rules(entries, prefix, outer), entries.iterator()));
    } catch (IOException e) {
      skip(path, Reason.of(e));
    }
  }

  private IgnoreRules rules(List<Path> entries, String prefix, IgnoreRules outer) {
    for (Path entry : entries) {
      if (nameOf(entry).equals(IgnoreRules.FILE_NAME) && Files.isRegularFile(entry)) {
        try {
          return outer.with(entry, prefix);
        } catch (IOException e) {
          skip(entry, Reason.of(e));
        }
      }
    }
    return outer;
  }

  private @Nullable BasicFileAttributes attributes(Path entry) {
    try {
      return Files.readAttributes(
          entry, BasicFileAttributes.class, request.followLinks() ? FOLLOW : DO_NOT_FOLLOW);
    } catch (NoSuchFileException e) {
      skip(entry, Files.isSymbolicLink(entry) ? "the link leads nowhere" : Reason.of(e));
    } catch (IOException e) {
      skip(entry, Reason.of(e));
    }
    return null;
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
