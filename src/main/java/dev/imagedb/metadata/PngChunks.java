package dev.imagedb.metadata;

import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.png.PngMetadataReader;
import com.drew.lang.KeyValuePair;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.png.PngDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The chunks of a PNG, in front of its pixels and behind them (PNG 3rd edition, chapter 11).
final class PngChunks {
  private static final int SIGNATURE_LENGTH = 8;

  /// Small chunks of fixed layout, read by the library in one go.
  private static final Set<String> PLAIN =
      Set.of("IHDR", "PLTE", "tRNS", "cHRM", "sRGB", "gAMA", "bKGD", "tIME", "pHYs", "sBIT");

  private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 0, 0, 0, 0};

  private final byte[] bytes;
  private final Salvage salvage;
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream();

  private PngChunks(byte[] bytes, Salvage salvage) {
    this.bytes = bytes;
    this.salvage = salvage;
  }

  static void read(byte[] bytes, Salvage salvage) {
    PngChunks png = new PngChunks(bytes, salvage);
    png.split();
    png.readPlain();
  }

  /// A chunk: length of its data, name, data, checksum. The checksum is not looked at.
  private void split() {
    plain.write(bytes, 0, Math.min(SIGNATURE_LENGTH, bytes.length));
    long at = SIGNATURE_LENGTH;
    while (at + 12 <= bytes.length) {
      int start = (int) at + 8;
      String name = Bytes.name(bytes, start - 4);
      long end = start + Bytes.unsignedInt(bytes, start - 8);
      if (end > bytes.length) {
        salvage.damaged("PNG", "file ends within chunk " + name);
        return;
      }
      take(name, start, (int) end);
      at = end + 4;
    }
  }

  private void take(String name, int start, int end) {
    switch (name) {
      case "eXIf" -> ExifBlock.read(Arrays.copyOfRange(bytes, start, end), salvage);
      case "tEXt", "zTXt", "iTXt" -> {
        byte[] data = Arrays.copyOfRange(bytes, start, end);
        salvage.read("PNG " + name, found -> take(PngText.parse(name, data), found));
      }
      case String other when PLAIN.contains(other) && end + 4 <= bytes.length ->
          plain.write(bytes, start - 8, end + 4 - (start - 8));
      default -> {}
    }
  }

  private void take(PngText text, Metadata found) throws IOException {
    switch (text.keyword()) {
      case "XML:com.adobe.xmp" -> XmpBlock.read(text.bytes(), salvage);
      case "Raw profile type xmp" -> XmpBlock.read(text.rawProfile(), salvage);
      case "Raw profile type exif", "Raw profile type APP1" -> takeApp1(text.rawProfile());
      case "Raw profile type iptc" -> IptcBlock.read(text.rawProfile(), salvage);
      default -> found.addDirectory(directoryOf(text));
    }
  }

  /// What ImageMagick keeps of a JPEG's APP1 segment: EXIF, or XMP behind its name.
  private void takeApp1(byte[] profile) {
    int afterName = Bytes.nextZero(profile, 0) + 1;
    if (Bytes.startsWith(profile, 0, new byte[] {'h', 't', 't', 'p'})) {
      XmpBlock.read(Bytes.from(profile, afterName), salvage);
    } else {
      ExifBlock.read(profile, salvage);
    }
  }

  private static Directory directoryOf(PngText text) {
    PngDirectory directory = new PngDirectory(PngChunkType.tEXt);
    directory.setObject(
        PngDirectory.TAG_TEXTUAL_DATA, List.of(new KeyValuePair(text.keyword(), text.value())));
    return directory;
  }

  private void readPlain() {
    plain.writeBytes(END);
    salvage.read(
        "PNG",
        found -> {
          var stream = new ByteArrayInputStream(plain.toByteArray());
          PngMetadataReader.readMetadata(stream).getDirectories().forEach(found::addDirectory);
        });
  }
}
