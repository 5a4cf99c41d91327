package dev.imagedb.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A measure: any number above 0.
final class PositiveNumber implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double number = Double.parseDouble(text);
      if (number > 0 && Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, with what is expected.
    }
    throw new TypeConversionException("'%s', expected a number above 0".formatted(text));
  }
}
