package dev.imagedb.cli;

import dev.imagedb.embed.Precision;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a precision; says of int8, which others have, that there is none.
final class PrecisionConverter implements ITypeConverter<Precision> {
  @Override
  public Precision convert(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "auto" -> Precision.AUTO;
      case "fp32" -> Precision.FP32;
      case "bf16" -> Precision.BF16;
      case "int8" -> throw new TypeConversionException("int8 is not supported yet: use bf16");
      default -> throw new TypeConversionException("'" + text + "' is not one of auto, fp32, bf16");
    };
  }
}
