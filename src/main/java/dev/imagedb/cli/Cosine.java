package dev.imagedb.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How alike two vectors are: a number from -1 to 1.
final class Cosine implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Math.abs(number) <= 1) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, with what is expected.
    }
    throw new TypeConversionException("'%s', expected a number from -1 to 1".formatted(text));
  }
}
