package dev.imagedb.metadata;

import java.util.Arrays;

/// The metadata boxes of a JPEG XL file (ISO/IEC 18181-2, clause 9). A bare codestream has none,
/// and boxes compressed with Brotli are passed over.
final class JxlBoxes {
  private JxlBoxes() {}

  static void read(byte[] bytes, Salvage salvage) {
    if (bytes.length < 1 || bytes[0] != 0) {
      return;
    }
    for (IsoBox box : IsoBox.within(bytes, 0, bytes.length)) {
      byte[] content =
          switch (box.name()) {
            case "Exif", "xml " -> Arrays.copyOfRange(bytes, box.start(), box.end());
            default -> new byte[0];
          };
      if (box.name().equals("Exif")) {
        HeifItems.readExif(content, salvage);
      } else if (box.name().equals("xml ")) {
        XmpBlock.read(content, salvage);
      }
    }
  }
}
