package dev.imagedb.metadata;

import com.drew.lang.KeyValuePair;
import com.drew.metadata.Directory;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.imagedb.photo.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every tag of every block in words, for people to read and to search in.
///
/// Left out is what nobody searches for: tables of offsets and lengths, embedded thumbnails, tags
/// that have no name, values that are no text. All of it is bounded, whatever a file holds.
final class TagList {
  private static final int MAX_TAGS = 2_000;
  private static final int MAX_VALUE = 1_000;
  private static final int MAX_NAME = 200;
  private static final int MAX_TOTAL = 200_000;

  private static final Pattern STORAGE =
      Pattern.compile(".*(Offset|Byte Counts?|Thumbnail|Preview Image|Padding|Huffman).*");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\d+ (values|bytes)]|\\(Binary.*");

  /// Pictures within packets, in base64.
  private static final Pattern XMP_STORAGE =
      Pattern.compile(
          ".*(xmpGImg:image|GImage:Data|GDepth:Data|DocumentAncestors|HasExtendedXMP).*");

  private TagList() {}

  static List<Tag> of(Directories directories) {
    List<Tag> tags = new ArrayList<>();
    int total = 0;
    List<Tag> candidates = directories.all().stream().flatMap(TagList::of).limit(MAX_TAGS).toList();
    for (Tag tag : candidates) {
      total += tag.name().length() + tag.value().length();
      if (total > MAX_TOTAL) {
        break;
      }
      tags.add(tag);
    }
    return tags;
  }

  private static Stream<Tag> of(Directory directory) {
    return switch (directory) {
      case XmpDirectory xmp -> xmp(xmp);
      case PngDirectory png when png.containsTag(PngDirectory.TAG_TEXTUAL_DATA) ->
          Directories.pngTexts(png).flatMap(TagList::pngText);
      default -> plain(directory);
    };
  }

  private static Stream<Tag> xmp(XmpDirectory xmp) {
    return xmp.getXmpProperties().entrySet().stream()
        .filter(property -> property.getValue() != null)
        .filter(property -> !XMP_STORAGE.matcher(property.getKey()).matches())
        .flatMap(property -> tag("XMP", property.getKey(), property.getValue()).stream());
  }

  private static Stream<Tag> pngText(KeyValuePair text) {
    return tag("PNG-text", text.getKey(), Directories.words(text.getValue())).stream();
  }

  private static Stream<Tag> plain(Directory directory) {
    return directory.getTags().stream()
        .filter(tag -> tag.hasTagName() && !STORAGE.matcher(tag.getTagName()).matches())
        .flatMap(
            tag ->
                value(directory, tag)
                    .filter(value -> !PLACEHOLDER.matcher(value).matches())
                    .flatMap(value -> tag(directory.getName(), tag.getTagName(), value))
                    .stream());
  }

  /// The library's words, but for texts whose encoding it does not know: it takes them for UTF-8.
  private static Optional<String> value(Directory directory, com.drew.metadata.Tag tag) {
    Object stored = directory.getObject(tag.getTagType());
    if (directory instanceof ExifDirectoryBase
        && tag.getTagType() == ExifDirectoryBase.TAG_USER_COMMENT
        && stored instanceof byte[] comment) {
      return Optional.of(UserComments.decode(comment));
    }
    Optional<String> described = described(tag);
    return stored instanceof StringValue text && described.equals(Optional.of(text.toString()))
        ? Optional.of(Directories.words(text))
        : described;
  }

  /// Descriptions are worked out when asked for, and fail on values that no camera writes.
  private static Optional<String> described(com.drew.metadata.Tag tag) {
    try {
      return Optional.ofNullable(tag.getDescription());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Tag> tag(String group, String name, String value) {
    return Texts.readable(value, MAX_VALUE)
        .map(words -> new Tag(group, Texts.clean(name, MAX_NAME), words));
  }
}
