package dev.imagedb.cli;

import dev.imagedb.image.ImageDecoder;
import picocli.CommandLine.Option;

/// How pictures are decoded.
@Under("Database and model")
@Seldom
final class DecodeOptions {
  enum Decode {
    FAST,
    FULL
  }

  @Option(
      names = "--decode",
      paramLabel = "fast|full",
      description =
          "Shrink while decoding, or decode at full size, so that vectors agree with the reference"
              + " to the last digit. Default: fast.")
  private Decode decode = Decode.FAST;

  @Option(
      names = "--max-megapixels",
      paramLabel = "N",
      converter = PositiveNumber.class,
      defaultValue = "200",
      description = "Skip pictures with more pixels. Default: ${DEFAULT-VALUE}.")
  private Double maxMegapixels = 200.0;

  boolean full() {
    return decode == Decode.FULL;
  }

  ImageDecoder decoder() {
    return new ImageDecoder(Math.round(maxMegapixels * 1e6));
  }
}
