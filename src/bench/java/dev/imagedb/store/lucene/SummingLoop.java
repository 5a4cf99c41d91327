package dev.imagedb.store.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Adds up a database's files with all cores, as fast as memory gives them.
final class SummingLoop implements Closeable {
  private static final long PART = 1 << 24;

  private final Arena arena = Arena.ofShared();
  private final List<MemorySegment> parts;

  /// @param folder the database's
  SummingLoop(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      parts = files.sorted().map(this::mapped).flatMap(SummingLoop::parts).toList();
    }
  }

  private MemorySegment mapped(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<MemorySegment> parts(MemorySegment file) {
    return LongStream.range(0, file.byteSize() / PART)
        .mapToObj(part -> file.asSlice(part * PART, PART));
  }

  /// How many bytes are added up: all but the files' ends.
  long bytes() {
    return parts.size() * PART;
  }

  long run() {
    return parts.parallelStream().mapToLong(SummingLoop::sum).sum();
  }

  /// The index is an int, since that is what the compiler makes vector instructions of.
  private static long sum(MemorySegment part) {
    long sum = 0;
    int end = (int) (part.byteSize() / Long.BYTES);
    for (int i = 0; i < end; i++) {
      sum += part.getAtIndex(ValueLayout.JAVA_LONG, i);
    }
    return sum;
  }

  @Override
  public void close() {
    arena.close();
  }
}
