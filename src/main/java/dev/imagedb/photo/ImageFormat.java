package dev.imagedb.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of picture files, told apart by their first bytes.
public enum ImageFormat {
  JPEG("jpg", "jpeg", "jpe", "jfif"),
  PNG("png", "apng"),
  GIF("gif"),
  BMP("bmp", "dib"),
  TIFF("tif", "tiff"),
  WEBP("webp"),
  PSD("psd", "psb"),
  /// Has no signature of its own: known by its extension and a plausible header.
  TGA("tga", "vda", "icb", "vst"),
  PNM("pnm", "pbm", "pgm", "ppm", "pam", "pfm"),
  ICO("ico", "cur"),
  HEIC("heic", "heif", "hif"),
  AVIF("avif"),
  JXL("jxl"),
  /// Camera raw files with a signature of their own; most others are TIFF inside.
  RAW("cr2", "cr3", "nef", "arw", "orf", "rw2", "raf", "dng", "pef", "srw", "x3f");

  /// How many of a file's first bytes [#of] wants to see.
  public static final int HEAD_LENGTH = 32;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
  private final List<String> extensions;

  ImageFormat(String... extensions) {
    this.extensions = List.of(extensions);
  }

  /// The format that an extension promises (without its dot, in any case).
  public static Optional<ImageFormat> ofExtension(String extension) {
    String wanted = extension.toLowerCase(Locale.ROOT);
    for (ImageFormat format : values()) {
      if (format.extensions.contains(wanted)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// The format that a file's name promises by its extension.
  public static Optional<ImageFormat> promisedBy(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : ofExtension(name.substring(dot + 1));
  }

  /// The format of a file, by its first [#HEAD_LENGTH] bytes.
  ///
  /// @param name decides only where bytes cannot (TGA, and raw files that are TIFF inside)
  public static Optional<ImageFormat> of(byte[] head, Path name) {
    return of(head, promisedBy(name));
  }

  /// The format of a file, by its first [#HEAD_LENGTH] bytes.
  ///
  /// @param head the file's first bytes, fewer if the file is shorter
  /// @param extension without its dot; decides only where bytes cannot (TGA, and raw files that are
  ///   TIFF inside)
  public static Optional<ImageFormat> of(byte[] head, String extension) {
    return of(head, ofExtension(extension));
  }

  private static Optional<ImageFormat> of(byte[] head, Optional<ImageFormat> promised) {
    String text = new String(head, ISO_8859_1);
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of(JPEG);
    }
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of(PNG);
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    }
    if (text.startsWith("II*\0\u0010\0\0\0CR")
        || text.startsWith("IIRO")
        || text.startsWith("IIU\0")
        || text.startsWith("FUJIFILMCCD-RAW")
        || text.startsWith("FOVb")) {
      return Optional.of(RAW);
    }
    if (text.startsWith("II*\0")
        || text.startsWith("MM\0*")
        || text.startsWith("II+\0")
        || text.startsWith("MM\0+")) {
      return Optional.of(promised.filter(RAW::equals).orElse(TIFF));
    }
    if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
      return Optional.of(WEBP);
    }
    if (text.startsWith("8BPS")) {
      return Optional.of(PSD);
    }
    if (text.startsWith("ftyp", 4)) {
      return ofBrand(text);
    }
    if (text.startsWith("\0\0\0\fJXL \r\n") || text.startsWith("\u00ff\n")) {
      return Optional.of(JXL);
    }
    if (isBmp(text)) {
      return Optional.of(BMP);
    }
    if (isPnm(text)) {
      return Optional.of(PNM);
    }
    if (isIcon(head)) {
      return Optional.of(ICO);
    }
    return promised.filter(TGA::equals).filter(tga -> isTarga(head));
  }

  /// ISO base media files: the brands of HEIF (ISO/IEC 23008-12), AVIF and Canon's CR3.
  private static Optional<ImageFormat> ofBrand(String text) {
    String brands = text.substring(8);
    if (brands.startsWith("crx ")) {
      return Optional.of(RAW);
    }
    if (brands.startsWith("avif") || brands.startsWith("avis")) {
      return Optional.of(AVIF);
    }
    boolean heif =
        List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1").stream()
            .anyMatch(brands::startsWith);
    if (!heif) {
      return Optional.empty();
    }
    return Optional.of(brands.contains("avif") && !brands.contains("hei") ? AVIF : HEIC);
  }

  /// `BM`, then a header whose length is one of those ever in use.
  private static boolean isBmp(String text) {
    return text.startsWith("BM")
        && text.length() > 17
        && List.of(12, 16, 40, 52, 56, 64, 108, 124).contains((int) text.charAt(14))
        && text.startsWith("\0\0\0", 15);
  }

  private static boolean isPnm(String text) {
    return text.length() > 3
        && text.charAt(0) == 'P'
        && "1234567Ff".indexOf(text.charAt(1)) >= 0
        && (Character.isWhitespace(text.charAt(2)) || text.charAt(2) == '#');
  }

  /// Icon directory: reserved 0, type 1 (icon) or 2 (cursor), at least one entry, its reserved
  /// byte.
  private static boolean isIcon(byte[] head) {
    return head.length >= 22
        && head[0] == 0
        && head[1] == 0
        && (head[2] == 1 || head[2] == 2)
        && head[3] == 0
        && head[4] != 0
        && head[9] == 0;
  }

  /// Truevision TGA 2.0: colour map type 0 or 1, a known image type, a known depth, not empty.
  private static boolean isTarga(byte[] head) {
    return head.length >= 18
        && (head[1] == 0 || head[1] == 1)
        && List.of(1, 2, 3, 9, 10, 11).contains((int) head[2])
        && List.of(8, 15, 16, 24, 32).contains((int) head[16])
        && (head[12] != 0 || head[13] != 0)
        && (head[14] != 0 || head[15] != 0);
  }
}
