package dev.imagedb.fuzz;

import com.sun.management.ThreadMXBean;
import dev.imagedb.metadata.MetadataReader;
import dev.imagedb.photo.ImageFormat;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;

/// Any bytes become metadata, for no more memory than their length explains.
public final class MetadataTarget {
  private static final MetadataReader READER = new MetadataReader();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long ALLOWANCE = 256L << 20;
  private static final long MOST_TIMES_THE_FILE = 100;

  static {
    // Classes that are loaded at first count for no file.
    EnumSet.allOf(ImageFormat.class).forEach(format -> READER.read(new byte[100], format));
  }

  private MetadataTarget() {}

  /// Called by Jazzer.
  public static void fuzzerTestOneInput(byte[] file) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    READER.read(file, ImageFormat.of(file, "dng").orElse(ImageFormat.HEIC));
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (taken > ALLOWANCE + MOST_TIMES_THE_FILE * file.length) {
      throw new AssertionError("%d bytes for a file of %d".formatted(taken, file.length));
    }
  }
}
