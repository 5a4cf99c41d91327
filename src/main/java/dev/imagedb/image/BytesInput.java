package dev.imagedb.image;

import javax.imageio.stream.ImageInputStreamImpl;

/// A file in memory, as ImageIO wants it, without the copy that ImageIO's own streams make.
///
/// A plugin that keeps asking for more where there is no more is stopped: some take the end of a
/// file for zeros, and would go on for minutes over a few hundred damaged bytes. Not thread-safe.
final class BytesInput extends ImageInputStreamImpl {
  /// Far more than any plugin needs to notice the end, and reached in milliseconds.
  private static final int PATIENCE = 10_000;

  private final byte[] bytes;
  private int readsPastEnd;

  BytesInput(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (streamPos >= bytes.length) {
      return end();
    }
    return bytes[(int) streamPos++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos >= bytes.length) {
      return end();
    }
    int taken = (int) Math.min(length, bytes.length - streamPos);
    System.arraycopy(bytes, (int) streamPos, target, offset, taken);
    streamPos += taken;
    return taken;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  private int end() {
    if (++readsPastEnd > PATIENCE) {
      throw new PastEndException();
    }
    return -1;
  }

  /// Unchecked, since plugins that ignore the end of a file ignore an IOException as well.
  static final class PastEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
