package dev.imagedb.store.lucene;

import dev.imagedb.store.PhotoStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;

/// Opens databases on the real disk, and tells each step that changes it before the step is made.
///
/// @param steps is told
public record WatchedDisk(Steps steps) {

  /// Of the files of a part, all but these are put together in its `.cfs`, unless it is large.
  private static final Set<String> OUTER = Set.of(".cfs", ".cfe", ".si", ".liv");

  /// Hears of steps.
  @FunctionalInterface
  public interface Steps {
    /// Hears of one.
    ///
    /// @param name what is about to be done, and to which kind of file: `write .cfs of a merge`
    /// @param half does the first half of it
    void next(String name, Half half) throws IOException;
  }

  /// Leaves a step half done.
  @FunctionalInterface
  public interface Half {
    /// For what is done as a whole or not at all.
    Half NOTHING = () -> {};

    /// Does the first half.
    void run() throws IOException;
  }

  /// The database in a folder.
  public PhotoStore store(Path location) {
    return new LuceneStore(location, folder -> new Watched(FSDirectory.open(folder)));
  }

  /// The file's name without its number; its extension for what a commit is made of in the end.
  private static String kind(String file) {
    if (file.contains("segments")) {
      return file.replaceFirst("_[0-9a-z]+$", "");
    }
    String extension = file.substring(file.lastIndexOf('.'));
    return OUTER.contains(extension) ? extension : "an inner file";
  }

  private final class Watched extends FilterDirectory {
    Watched(Directory directory) {
      super(directory);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      boolean merges = context.context() == IOContext.Context.MERGE;
      String kind = merges ? kind(name) + " of a merge" : kind(name);
      return new WatchedOutput(kind, in.createOutput(name, context));
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      boolean commits = names.stream().anyMatch(name -> name.startsWith("pending_segments"));
      steps.next(commits ? "sync pending_segments" : "sync the parts", Half.NOTHING);
      in.sync(names);
    }

    @Override
    public void syncMetaData() throws IOException {
      steps.next("sync the folder", Half.NOTHING);
      in.syncMetaData();
    }

    @Override
    public void rename(String source, String target) throws IOException {
      steps.next("rename " + kind(source), Half.NOTHING);
      in.rename(source, target);
    }

    @Override
    public void deleteFile(String name) throws IOException {
      steps.next("delete " + kind(name), Half.NOTHING);
      in.deleteFile(name);
    }

    @Override
    public Lock obtainLock(String name) throws IOException {
      steps.next("lock", Half.NOTHING);
      return in.obtainLock(name);
    }

    @Override
    public void close() throws IOException {
      steps.next("leave", Half.NOTHING);
      in.close();
    }
  }

  private final class WatchedOutput extends FilterIndexOutput {
    private final String kind;
    private boolean written;

    WatchedOutput(String kind, IndexOutput out) {
      super("watched " + out, out.getName(), out);
      this.kind = kind;
    }

    @Override
    public void writeByte(byte b) throws IOException {
      out.writeByte(b);
    }

    /// Of all that is written to a file, the first bytes that come at once are a step.
    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      if (!written) {
        written = true;
        steps.next("write " + kind, () -> writeHalf(bytes, offset, length));
      }
      out.writeBytes(bytes, offset, length);
    }

    /// Closed, since it lies in a buffer before.
    private void writeHalf(byte[] bytes, int offset, int length) throws IOException {
      out.writeBytes(bytes, offset, length / 2);
      out.close();
    }

    @Override
    public void close() throws IOException {
      steps.next("finish " + kind, Half.NOTHING);
      out.close();
    }
  }
}
