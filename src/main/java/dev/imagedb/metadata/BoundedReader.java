package dev.imagedb.metadata;

import com.drew.lang.ByteArrayReader;
import java.io.IOException;

/// Reads a TIFF structure's bytes, but not over and over.
///
/// In a TIFF structure thousands of entries may all point at the same large region, each within
/// bounds; a few kilobytes then ask for gigabytes of copies. An honest block is read about once, so
/// the reader stops after a small multiple of its length.
final class BoundedReader extends ByteArrayReader {
  /// Numbers pass the check twice (as a whole, then byte by byte); the rest is for searching.
  private static final int TIMES = 4;

  /// What even the smallest block may take: maker notes are probed in many places.
  private static final long ALLOWANCE = 1 << 20;

  /// Bounds what is made of single numbers (a directory for each of a million pointers).
  private static final int MAX_ACCESSES = 4_000_000;

  private long bytesLeft;
  private int accessesLeft = MAX_ACCESSES;

  BoundedReader(byte[] block) {
    super(block);
    bytesLeft = ALLOWANCE + TIMES * (long) block.length;
  }

  @Override
  protected void validateIndex(int index, int bytesRequested) throws IOException {
    super.validateIndex(index, bytesRequested);
    bytesLeft -= bytesRequested;
    accessesLeft--;
    if (bytesLeft < 0 || accessesLeft < 0) {
      throw new IOException("reads the same data over and over");
    }
  }
}
