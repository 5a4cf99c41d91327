package dev.imagedb.metadata;

/// The metadata boxes of a JPEG XL file (ISO/IEC 18181-2, clause 9). A bare codestream has none,
/// and boxes compressed with Brotli are passed over.
final class JxlBoxes {
  private JxlBoxes() {}

  static void read(byte[] bytes, Salvage salvage) {
    if (bytes.length < 1 || bytes[0] != 0) {
      return;
    }
    for (IsoBox box : IsoBox.within(bytes, 0, bytes.length)) {
      switch (box.name()) {
        case "Exif" -> HeifItems.readExif(box.content(bytes), salvage);
        case "xml " -> XmpBlock.read(box.content(bytes), salvage);
        default -> {}
      }
    }
  }
}
