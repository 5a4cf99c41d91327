package dev.imagedb.cli;

import dev.imagedb.embed.Precision;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a precision.
final class PrecisionConverter implements ITypeConverter<Precision> {
  private static final List<Precision> CHOICE =
      List.of(Precision.AUTO, Precision.FP32, Precision.BF16, Precision.INT8);

  @Override
  public Precision convert(String text) {
    String label = text.toLowerCase(Locale.ROOT);
    return CHOICE.stream()
        .filter(precision -> precision.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + text + "' is not one of " + labels()));
  }

  private static String labels() {
    return CHOICE.stream().map(Precision::label).collect(Collectors.joining(", "));
  }
}
