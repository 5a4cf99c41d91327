package dev.imagedb.metadata;

import com.drew.lang.KeyValuePair;
import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Answers questions about the tags of all blocks of a picture. Where several blocks of one kind
/// have a tag, the first that makes sense is believed.
record Directories(List<Directory> all) {
  /// Far more than a title or a prompt needs, and few enough to keep millions of them.
  static final int MAX_TEXT = 10_000;

  Directories {
    all = List.copyOf(all);
  }

  <D extends Directory> Stream<D> of(Class<D> type) {
    return all.stream().filter(type::isInstance).map(type::cast);
  }

  XmpPackets xmp() {
    return new XmpPackets(of(XmpDirectory.class).map(XmpDirectory::getXMPMeta).toList());
  }

  /// A tag's text, cleaned; empty where there is none to read.
  Optional<String> text(Class<? extends Directory> type, int tag) {
    return texts(type, tag).findFirst();
  }

  /// All texts of a tag that may stand more than once.
  Stream<String> texts(Class<? extends Directory> type, int tag) {
    return of(type)
        .map(directory -> directory.getObject(tag))
        .flatMap(Directories::words)
        .flatMap(words -> Texts.readable(words, MAX_TEXT).stream());
  }

  /// A tag of EXIF proper, wherever of its two main directories a program put it.
  Optional<String> exifText(int tag) {
    return text(ExifIFD0Directory.class, tag).or(() -> text(ExifSubIFDDirectory.class, tag));
  }

  /// The first number of a tag, finite.
  Optional<Double> number(Class<? extends Directory> type, int tag) {
    return of(type)
        .map(directory -> numbers(directory.getObject(tag)))
        .filter(numbers -> numbers.length > 0 && Double.isFinite(numbers[0]))
        .map(numbers -> numbers[0])
        .findFirst();
  }

  Optional<Double> exifNumber(int tag) {
    return number(ExifSubIFDDirectory.class, tag).or(() -> number(ExifIFD0Directory.class, tag));
  }

  /// The bytes of a tag whose content EXIF leaves undefined.
  Stream<byte[]> exifBytes(int tag) {
    return Stream.concat(of(ExifSubIFDDirectory.class), of(ExifIFD0Directory.class))
        .map(directory -> bytes(directory.getObject(tag)))
        .filter(bytes -> bytes.length > 0);
  }

  /// The text of a PNG under a keyword.
  Optional<String> pngText(String keyword) {
    return of(PngDirectory.class)
        .flatMap(Directories::pngTexts)
        .filter(pair -> pair.getKey().equals(keyword))
        .flatMap(pair -> Texts.readable(words(pair.getValue()), MAX_TEXT).stream())
        .findFirst();
  }

  static Stream<KeyValuePair> pngTexts(PngDirectory directory) {
    return directory.getObject(PngDirectory.TAG_TEXTUAL_DATA) instanceof List<?> pairs
        ? pairs.stream().filter(KeyValuePair.class::isInstance).map(KeyValuePair.class::cast)
        : Stream.empty();
  }

  /// A value whose encoding its block states, or that we have to find out.
  static String words(StringValue value) {
    return value.getCharset() == null
        ? Texts.decode(value.getBytes())
        : new String(value.getBytes(), value.getCharset());
  }

  private static Stream<String> words(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case StringValue words -> Stream.of(words(words));
      case StringValue[] several -> Arrays.stream(several).map(Directories::words);
      case String words -> Stream.of(words);
      case String[] several -> Arrays.stream(several);
      case byte[] bytes -> Stream.of(Texts.decode(bytes));
      default -> Stream.empty();
    };
  }

  /// A tag's numbers; a fraction over zero is no number.
  static double[] numbers(@Nullable Object value) {
    return switch (value) {
      case null -> new double[0];
      case Object array when array.getClass().isArray() ->
          IntStream.range(0, Array.getLength(array))
              .mapToDouble(index -> number(Array.get(array, index)))
              .toArray();
      default -> new double[] {number(value)};
    };
  }

  private static double number(@Nullable Object value) {
    return switch (value) {
      case Rational fraction when fraction.getDenominator() == 0 -> Double.NaN;
      case null -> Double.NaN;
      case Number number -> number.doubleValue();
      case StringValue words -> Numbers.parse(words(words)).orElse(Double.NaN);
      default -> Double.NaN;
    };
  }

  private static byte[] bytes(@Nullable Object value) {
    return switch (value) {
      case byte[] bytes -> bytes;
      case StringValue words -> words.getBytes();
      case null, default -> {
        double[] numbers = numbers(value);
        byte[] bytes = new byte[numbers.length];
        IntStream.range(0, bytes.length).forEach(index -> bytes[index] = (byte) numbers[index]);
        yield bytes;
      }
    };
  }
}
