package dev.imagedb.store.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/// A disk in memory that knows what a power cut would leave of it, and fails when it is told to.
///
/// What was written is safe once its file was synced, and a name once the folder was; before that
/// either may be there or not. Of the writes to a file, the first can fail.
final class FailingDisk {
  private static final int NEVER = Integer.MAX_VALUE;

  private final ByteBuffersDirectory cache;
  private final Set<String> synced = ConcurrentHashMap.newKeySet();

  /// The files whose names are safe, with what they held when the folder was synced.
  private final Map<String, byte[]> safe = new HashMap<>();

  private int calls;
  private int failsFrom = NEVER;
  private int failsUntil = NEVER;
  private String problem = "";
  private boolean full;

  private FailingDisk(ByteBuffersDirectory cache) {
    this.cache = cache;
  }

  static FailingDisk empty() {
    return new FailingDisk(new ByteBuffersDirectory());
  }

  /// Lets one call fail, counted from now: creating, writing, syncing, renaming, deleting, opening.
  void failAt(int call) {
    fail(call, call + 1, "the disk has failed");
  }

  /// Lets all calls fail from one on.
  void failFrom(int call) {
    fail(call, NEVER, "the power is gone");
  }

  private synchronized void fail(int from, int until, String why) {
    calls = 0;
    failsFrom = from;
    failsUntil = until;
    problem = why;
  }

  /// Leaves no room for anything that is written.
  synchronized void fill() {
    full = true;
  }

  synchronized void work() {
    failsFrom = NEVER;
    full = false;
  }

  /// Whether so many calls were made that one has failed.
  synchronized boolean hasFailed() {
    return calls >= failsFrom;
  }

  private synchronized void call() throws IOException {
    if (failsFrom < NEVER) {
      calls++;
      if (failsFrom <= calls && calls < failsUntil) {
        throw new IOException(problem);
      }
    }
  }

  private synchronized void requireRoom() throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
  }

  /// Another disk with the same on it.
  synchronized FailingDisk copy() throws IOException {
    FailingDisk copy = empty();
    for (String name : cache.listAll()) {
      copy.put(name, bytes(name));
    }
    copy.synced.retainAll(synced);
    copy.safe.clear();
    copy.safe.putAll(safe);
    return copy;
  }

  /// All names with the hashes of what they hold: what one disk passed, another alike passes, too.
  String fingerprint() throws IOException {
    Map<String, Integer> hashes = new TreeMap<>();
    for (String name : cache.listAll()) {
      hashes.put(name, Arrays.hashCode(bytes(name)));
    }
    return hashes.toString();
  }

  /// The disk after a power cut.
  ///
  /// @param keepsNames whether the names that were not synced yet have reached it: new ones,
  ///   renamed ones and deletions
  synchronized FailingDisk afterPowerCut(boolean keepsNames) throws IOException {
    FailingDisk left = empty();
    if (keepsNames) {
      for (String name : cache.listAll()) {
        byte[] bytes = bytes(name);
        left.put(name, synced.contains(name) ? bytes : half(bytes));
      }
    } else {
      for (Map.Entry<String, byte[]> file : safe.entrySet()) {
        left.put(file.getKey(), file.getValue());
      }
    }
    return left;
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private void put(String name, byte[] bytes) throws IOException {
    try (IndexOutput out = cache.createOutput(name, IOContext.DEFAULT)) {
      out.writeBytes(bytes, bytes.length);
    }
    synced.add(name);
    safe.put(name, bytes);
  }

  private byte[] bytes(String name) throws IOException {
    try (IndexInput in = cache.openInput(name, IOContext.READONCE)) {
      byte[] bytes = new byte[(int) in.length()];
      in.readBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  private synchronized void syncNames() throws IOException {
    Map<String, byte[]> now = new HashMap<>();
    for (String name : new TreeSet<>(Set.of(cache.listAll()))) {
      byte[] bytes = bytes(name);
      now.put(name, synced.contains(name) ? bytes : half(bytes));
    }
    safe.clear();
    safe.putAll(now);
  }

  /// The disk as a folder of files.
  Directory open() {
    return new Failing(cache);
  }

  private final class Failing extends FilterDirectory {
    Failing(Directory directory) {
      super(directory);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      call();
      return new FailingOutput(in.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      call();
      return new FailingOutput(in.createTempOutput(prefix, suffix, context));
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      call();
      return in.openInput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
      call();
      synced.addAll(names);
    }

    @Override
    public void syncMetaData() throws IOException {
      call();
      syncNames();
    }

    @Override
    public void rename(String source, String target) throws IOException {
      call();
      in.rename(source, target);
      if (synced.remove(source)) {
        synced.add(target);
      }
    }

    @Override
    public void deleteFile(String name) throws IOException {
      call();
      in.deleteFile(name);
      synced.remove(name);
    }

    /// The disk outlives whoever opens it.
    @Override
    public void close() {}
  }

  private final class FailingOutput extends FilterIndexOutput {
    private boolean written;

    FailingOutput(IndexOutput out) {
      super("failing " + out, out.getName(), out);
    }

    @Override
    public void writeByte(byte b) throws IOException {
      out.writeByte(b);
    }

    @Override
    public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
      requireRoom();
      if (!written) {
        written = true;
        call();
      }
      out.writeBytes(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      call();
    }
  }
}
