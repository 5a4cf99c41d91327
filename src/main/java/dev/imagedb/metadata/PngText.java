package dev.imagedb.metadata;

import com.drew.metadata.StringValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;

/// A text chunk of a PNG (PNG 3rd edition, 11.3.3).
///
/// @param keyword what the text is: `Comment`, `parameters`, `XML:com.adobe.xmp`
/// @param value the text, decompressed, its encoding left open: only the bytes tell whether it is
///   UTF-8 or Latin-1, since programs put the one where the other is asked for
record PngText(String keyword, StringValue value) {
  /// A longer text is no text, but a bomb.
  static final int MAX_LENGTH = 8 << 20;

  /// @param type `tEXt`, `zTXt` or `iTXt`
  /// @param chunk keyword, zero, then what the type asks for, then the text
  static PngText parse(String type, byte[] chunk) throws IOException {
    int keywordEnd = Bytes.nextZero(chunk, 0);
    String keyword = new String(chunk, 0, keywordEnd, StandardCharsets.ISO_8859_1);
    int start = keywordEnd + 1;
    byte[] text =
        switch (type) {
          case "zTXt" -> inflate(Bytes.from(chunk, start + 1));
          case "iTXt" -> international(chunk, start);
          default -> Bytes.from(chunk, start);
        };
    return new PngText(keyword, new StringValue(text, null));
  }

  /// Compression flag, compression method, language, zero, translated keyword, zero, text.
  private static byte[] international(byte[] chunk, int start) throws IOException {
    boolean compressed = start < chunk.length && chunk[start] == 1;
    int languageEnd = Bytes.nextZero(chunk, start + 2);
    int translationEnd = Bytes.nextZero(chunk, languageEnd + 1);
    byte[] text = Bytes.from(chunk, translationEnd + 1);
    return compressed ? inflate(text) : text;
  }

  private static byte[] inflate(byte[] deflated) throws IOException {
    try (var inflater = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      byte[] text = inflater.readNBytes(MAX_LENGTH + 1);
      if (text.length > MAX_LENGTH) {
        throw new IOException("text inflates to more than " + MAX_LENGTH + " bytes");
      }
      return text;
    }
  }

  byte[] bytes() {
    return value.getBytes();
  }

  /// A block of another kind, as ImageMagick wraps it: its name, its length, then hexadecimal
  /// digits, each on lines of their own.
  byte[] rawProfile() throws IOException {
    String[] lines =
        new String(bytes(), StandardCharsets.ISO_8859_1).strip().split("\\s+", /* limit= */ 3);
    if (lines.length < 3) {
      throw new IOException("raw profile without data");
    }
    String digits = lines[2].replaceAll("\\s+", "");
    try {
      return HexFormat.of().parseHex(digits);
    } catch (IllegalArgumentException e) {
      throw new IOException("raw profile is not hexadecimal", e);
    }
  }
}
