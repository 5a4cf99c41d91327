package dev.imagedb.doctor;

import static java.util.stream.Collectors.joining;

import dev.imagedb.image.ImageDecoder;
import dev.imagedb.photo.ImageFormat;
import java.util.EnumSet;
import java.util.Set;

/// Which kinds of pictures are decoded.
record DecoderCheck() implements Check {
  /// Those of which only the metadata is read.
  private static final Set<ImageFormat> NOT_YET =
      EnumSet.of(ImageFormat.HEIC, ImageFormat.AVIF, ImageFormat.JXL, ImageFormat.RAW);

  @Override
  public String subject() {
    return "pictures";
  }

  @Override
  public Finding examine() {
    Set<ImageFormat> decoded = ImageDecoder.formats();
    Set<ImageFormat> missing = EnumSet.complementOf(EnumSet.copyOf(NOT_YET));
    missing.removeAll(decoded);
    if (!missing.isEmpty()) {
      return Finding.problem(
          names(missing) + " cannot be decoded: plugins are missing", "build imagedb anew");
    }
    String told = names(decoded) + "; of " + names(NOT_YET) + " the metadata alone";
    return ImageDecoder.shrinksJpegs()
        ? Finding.ok(told)
        : Finding.note(
            told + "; JPEGs slowly, since there is no libjpeg-turbo for this machine",
            "use a machine that Leptonica is built for: Linux, macOS or Windows on x86-64 or ARM");
  }

  private static String names(Set<ImageFormat> formats) {
    return formats.stream().map(ImageFormat::name).collect(joining(", "));
  }
}
