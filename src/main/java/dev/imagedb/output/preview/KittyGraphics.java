package dev.imagedb.output.preview;

import dev.imagedb.image.RgbImage;
import dev.imagedb.thumbnail.Thumbnail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;

/// Kitty's [graphics protocol](https://sw.kovidgoyal.net/kitty/graphics-protocol/): pixels,
/// compressed and in base64, in pieces; also known to Ghostty and Konsole.
record KittyGraphics() implements TerminalGraphics {
  /// The most that the protocol allows in one escape sequence.
  private static final int PIECE = 4096;

  @Override
  public Optional<Drawing> draw(Thumbnail thumbnail, Room room) {
    return thumbnail
        .pixels(room.pixelsAcross(), room.pixelsDown())
        .map(image -> Drawing.over(room, escape(image, room)));
  }

  /// Transmits and shows (a=T) 24-bit pixels (f=24), deflated (o=z), over so many columns and rows,
  /// without moving the cursor (C=1) or answering (q=2).
  static String escape(RgbImage image, Room room) {
    String keys =
        "a=T,f=24,o=z,q=2,C=1,s=%d,v=%d,c=%d,r=%d,"
            .formatted(
                image.width(),
                image.height(),
                cells(image.width(), room.cell().width()),
                cells(image.height(), room.cell().height()));
    String data = Base64.getEncoder().encodeToString(deflated(image.rgb()));
    StringBuilder escape = new StringBuilder(data.length() + 1000);
    for (int from = 0; from < data.length(); from += PIECE) {
      int end = Math.min(from + PIECE, data.length());
      escape.append("\u001b_G").append(from == 0 ? keys : "q=2,");
      escape.append(end < data.length() ? "m=1;" : "m=0;").append(data, from, end);
      escape.append("\u001b\\");
    }
    return escape.toString();
  }

  private static int cells(int pixels, int cell) {
    return Math.max(1, Math.round((float) pixels / cell));
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory", impossible);
    }
    return out.toByteArray();
  }
}
