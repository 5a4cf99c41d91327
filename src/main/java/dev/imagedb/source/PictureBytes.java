package dev.imagedb.source;

import dev.imagedb.photo.ImageFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/// Reads a picture from where nobody says how long it is, or nobody is believed.
///
/// @param most how many bytes a picture may have
/// @param size the same in words
record PictureBytes(int most, String size) {
  /// As `index` takes them; more would not fit into an array twice over.
  static final PictureBytes OF_THIS_MACHINE = new PictureBytes(1 << 30, "a gigabyte");

  /// More than cameras write as JPEG, and less than anybody minds to have sent.
  static final PictureBytes OF_THE_WEB = new PictureBytes(64 << 20, "64 MB");

  /// All bytes of a picture. What does not begin as one is not read any further: it may never end.
  ///
  /// @param extension of its name; decides only where bytes cannot
  /// @throws IOException where it is empty, no picture, or too long, which the message says
  byte[] read(InputStream in, String extension) throws IOException {
    byte[] head = in.readNBytes(ImageFormat.HEAD_LENGTH);
    if (head.length == 0) {
      throw new IOException("it is empty");
    }
    if (ImageFormat.of(head, extension).isEmpty()) {
      throw new NoPictureException();
    }
    byte[] all = new SequenceInputStream(new ByteArrayInputStream(head), in).readNBytes(most + 1);
    if (all.length > most) {
      throw tooLong();
    }
    return all;
  }

  IOException tooLong() {
    return new IOException("it is larger than " + size);
  }

  /// What was read does not begin as any picture does.
  static final class NoPictureException extends IOException {
    private static final long serialVersionUID = 1L;

    NoPictureException() {
      super("its first bytes are no picture's");
    }
  }
}
