package dev.imagedb.fuzz;

import com.sun.management.ThreadMXBean;
import dev.imagedb.metadata.MetadataReader;
import dev.imagedb.photo.ImageFormat;
import java.lang.management.ManagementFactory;

/// Any bytes become metadata, for no more memory than their length explains.
public final class MetadataTarget {
  private static final MetadataReader READER = new MetadataReader();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long ALLOWANCE = 256L << 20;
  private static final long MOST_TIMES_THE_FILE = 100;

  private MetadataTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] file) {
    long most = ALLOWANCE + MOST_TIMES_THE_FILE * file.length;
    // Classes that are loaded meanwhile count for no file: they are there the second time.
    long once = taken(file);
    long taken = once > most ? taken(file) : once;
    if (taken > most) {
      throw new AssertionError("%d bytes for a file of %d".formatted(taken, file.length));
    }
  }

  private static long taken(byte[] file) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    READER.read(file, ImageFormat.of(file, "dng").orElse(ImageFormat.HEIC));
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
