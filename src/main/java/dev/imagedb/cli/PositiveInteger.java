package dev.imagedb.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A whole number of things: 1 or more.
final class PositiveInteger implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, with what is expected.
    }
    throw new TypeConversionException(
        "'%s', expected a whole number from 1 to %d".formatted(text, Integer.MAX_VALUE));
  }
}
