package dev.imagedb.doctor;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Whether there is room where the program writes.
///
/// @param folders that it writes to; they need not be there
record DiskCheck(List<Path> folders) implements Check {
  /// An index of some thousand pictures, and no model.
  private static final long LEAST = 100_000_000;

  /// The default model, and an index of 100,000 pictures.
  private static final long ENOUGH = 2_000_000_000;

  @Override
  public String subject() {
    return "disk";
  }

  @Override
  public Finding examine() {
    List<String> told = new ArrayList<>();
    long least = Long.MAX_VALUE;
    for (Path folder : folders) {
      long free = free(folder);
      least = Math.min(least, free);
      told.add(String.format(Locale.ROOT, "%.1f GB free for %s", free / 1e9, folder));
    }
    return judged(least, String.join(", ", told));
  }

  static Finding judged(long least, String told) {
    if (least < LEAST) {
      return Finding.problem(told, "make room, or choose other folders: --db, XDG_CACHE_HOME");
    }
    return least < ENOUGH
        ? Finding.note(told, "a large model or library may need more: --db, HF_HOME")
        : Finding.ok(told);
  }

  private static long free(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      throw new UserException(
          ExitCode.FAILED, "the disk of " + there + " cannot be asked for its room", null, e);
    }
  }
}
