package dev.imagedb.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;

/// Builds files of the picture formats around metadata blocks. They hold no pixels: the reader of
/// metadata does not look at them.
final class Pictures {
  private Pictures() {}

  static byte[] jpeg(byte[]... segments) {
    return joined(bytes(0xFF, 0xD8), joined(segments), bytes(0xFF, 0xDA, 0, 2, 0xFF, 0xD9));
  }

  static byte[] segment(int marker, byte[]... content) {
    byte[] joined = joined(content);
    int length = joined.length + 2;
    return joined(bytes(0xFF, marker, length >> 8, length), joined);
  }

  static byte[] exifSegment(byte[] tiff) {
    return segment(0xE1, ascii("Exif\0\0"), tiff);
  }

  static byte[] xmpSegment(String packet) {
    return segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0"), packet.getBytes(UTF_8));
  }

  /// IPTC in Photoshop's image resource 0x0404.
  static byte[] iptcSegment(byte[]... dataSets) {
    byte[] iptc = joined(dataSets);
    byte[] resource = joined(ascii("8BIM"), bytes(4, 4, 0, 0), bigEndian(iptc.length), iptc);
    return segment(0xED, ascii("Photoshop 3.0\0"), resource);
  }

  static byte[] iptc(int record, int dataSet, byte[] value) {
    return joined(bytes(0x1C, record, dataSet, value.length >> 8, value.length), value);
  }

  /// An XMP packet with these properties of its one description.
  static String xmp(String properties) {
    return """
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
                xmlns:dc="http://purl.org/dc/elements/1.1/"
                xmlns:exif="http://ns.adobe.com/exif/1.0/"
                xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
                xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        """
        + properties
        + "</rdf:Description></rdf:RDF></x:xmpmeta>";
  }

  static byte[] png(byte[]... chunks) {
    byte[] header = chunk("IHDR", bytes(0, 0, 0, 4, 0, 0, 0, 3, 8, 2, 0, 0, 0));
    return joined(
        bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'), header, joined(chunks), chunk("IEND"));
  }

  static byte[] chunk(String name, byte[]... content) {
    byte[] joined = joined(content);
    return joined(bigEndian(joined.length), ascii(name), joined, new byte[4]);
  }

  static byte[] deflated(byte[] text) {
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(text);
      deflater.finish();
      byte[] buffer = new byte[text.length + 100];
      return Arrays.copyOf(buffer, deflater.deflate(buffer));
    }
  }

  static byte[] webp(byte[]... chunks) {
    byte[] joined = joined(chunks);
    return joined(ascii("RIFF"), littleEndian(joined.length + 4), ascii("WEBP"), joined);
  }

  static byte[] webpChunk(String name, byte[] content) {
    byte[] padding = new byte[content.length & 1];
    return joined(ascii(name), littleEndian(content.length), content, padding);
  }

  /// A HEIF file of two metadata items, with a size.
  static byte[] heif(byte[] tiff, byte[] xmp) {
    byte[] exif = joined(new byte[4], tiff);
    byte[] type = box("ftyp", ascii("heic"), new byte[4], ascii("mif1heic"));
    byte[] probe = heifMeta(exif.length, xmp.length, 0);
    int dataAt = type.length + probe.length + 8;
    byte[] meta = heifMeta(exif.length, xmp.length, dataAt);
    return joined(type, meta, box("mdat", exif, xmp));
  }

  private static byte[] heifMeta(int exifLength, int xmpLength, int dataAt) {
    byte[] info =
        box(
            "iinf",
            new byte[4],
            bytes(0, 2),
            box("infe", bytes(2, 0, 0, 0, 0, 1, 0, 0), ascii("Exif\0")),
            box("infe", bytes(2, 0, 0, 0, 0, 2, 0, 0), ascii("mime\0application/rdf+xml\0")));
    byte[] location =
        box(
            "iloc",
            bytes(0, 0, 0, 0, 0x44, 0, 0, 2),
            bytes(0, 1, 0, 0, 0, 1),
            bigEndian(dataAt),
            bigEndian(exifLength),
            bytes(0, 2, 0, 0, 0, 1),
            bigEndian(dataAt + exifLength),
            bigEndian(xmpLength));
    byte[] size = box("ispe", new byte[4], bigEndian(640), bigEndian(480));
    return box("meta", new byte[4], info, location, box("iprp", box("ipco", size)));
  }

  static byte[] box(String name, byte[]... content) {
    byte[] joined = joined(content);
    return joined(bigEndian(joined.length + 8), ascii(name), joined);
  }

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  static byte[] latin1(String text) {
    return text.getBytes(ISO_8859_1);
  }

  static byte[] bigEndian(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
