package dev.imagedb.metadata;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.gif.GifCommentDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import dev.imagedb.photo.Description;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What people and programs wrote about a picture.
///
/// Where the blocks disagree, XMP is believed first, then IPTC, then EXIF: editors write all three,
/// but only XMP holds every script at any length. What stands in EXIF's Windows tags comes last.
final class Descriptions {
  private static final int MAX_KEYWORDS = 500;

  private Descriptions() {}

  static Description from(Directories directories) {
    return new Description(
        title(directories).orElse(null),
        caption(directories).orElse(null),
        keywords(directories),
        rating(directories).orElse(null),
        comment(directories).orElse(null),
        artist(directories).orElse(null),
        copyright(directories).orElse(null),
        software(directories).orElse(null));
  }

  private static Optional<String> title(Directories directories) {
    return directories
        .xmp()
        .text(XmpPackets.DUBLIN_CORE, "title")
        .or(() -> iptc(directories, IptcDirectory.TAG_OBJECT_NAME))
        .or(() -> directories.xmp().text(XmpPackets.PHOTOSHOP, "Headline"))
        .or(() -> iptc(directories, IptcDirectory.TAG_HEADLINE))
        .or(() -> windows(directories, ExifDirectoryBase.TAG_WIN_TITLE))
        .or(() -> directories.pngText("Title"));
  }

  private static Optional<String> caption(Directories directories) {
    return directories
        .xmp()
        .text(XmpPackets.DUBLIN_CORE, "description")
        .or(() -> iptc(directories, IptcDirectory.TAG_CAPTION))
        .or(() -> directories.exifText(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION))
        .or(() -> windows(directories, ExifDirectoryBase.TAG_WIN_SUBJECT))
        .or(() -> directories.pngText("Description"));
  }

  /// The keywords of all blocks, each once, in the order of the blocks.
  private static List<String> keywords(Directories directories) {
    return Stream.of(
            directories.xmp().texts(XmpPackets.DUBLIN_CORE, "subject"),
            directories.texts(IptcDirectory.class, IptcDirectory.TAG_KEYWORDS),
            windows(directories, ExifDirectoryBase.TAG_WIN_KEYWORDS).stream()
                .flatMap(words -> Arrays.stream(words.split(";"))))
        .flatMap(words -> words)
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .limit(MAX_KEYWORDS)
        .toList();
  }

  /// XMP Rating, else EXIF's Windows tag 0x4746; both count stars.
  private static Optional<Integer> rating(Directories directories) {
    return directories
        .xmp()
        .number(XmpPackets.XMP, "Rating")
        .or(() -> directories.exifNumber(ExifDirectoryBase.TAG_RATING))
        .filter(stars -> stars >= -1 && stars <= 5)
        .map(stars -> Math.toIntExact(Math.round(stars)));
  }

  /// EXIF UserComment; without it what image generators and the file formats themselves offer.
  private static Optional<String> comment(Directories directories) {
    return directories
        .exifBytes(ExifDirectoryBase.TAG_USER_COMMENT)
        .map(UserComments::decode)
        .flatMap(words -> Texts.readable(words, Directories.MAX_TEXT).stream())
        .findFirst()
        .or(() -> directories.pngText("parameters"))
        .or(() -> directories.pngText("Comment"))
        .or(() -> windows(directories, ExifDirectoryBase.TAG_WIN_COMMENT))
        .or(() -> directories.text(JpegCommentDirectory.class, JpegCommentDirectory.TAG_COMMENT))
        .or(() -> directories.text(GifCommentDirectory.class, GifCommentDirectory.TAG_COMMENT));
  }

  private static Optional<String> artist(Directories directories) {
    return directories
        .exifText(ExifDirectoryBase.TAG_ARTIST)
        .or(() -> directories.xmp().text(XmpPackets.DUBLIN_CORE, "creator"))
        .or(() -> iptc(directories, IptcDirectory.TAG_BY_LINE))
        .or(() -> windows(directories, ExifDirectoryBase.TAG_WIN_AUTHOR))
        .or(() -> directories.pngText("Author"));
  }

  private static Optional<String> copyright(Directories directories) {
    return directories
        .exifText(ExifDirectoryBase.TAG_COPYRIGHT)
        .or(() -> directories.xmp().text(XmpPackets.DUBLIN_CORE, "rights"))
        .or(() -> iptc(directories, IptcDirectory.TAG_COPYRIGHT_NOTICE))
        .or(() -> directories.pngText("Copyright"));
  }

  private static Optional<String> software(Directories directories) {
    return directories
        .exifText(ExifDirectoryBase.TAG_SOFTWARE)
        .or(() -> directories.xmp().text(XmpPackets.XMP, "CreatorTool"))
        .or(() -> iptc(directories, IptcDirectory.TAG_ORIGINATING_PROGRAM))
        .or(() -> directories.pngText("Software"));
  }

  private static Optional<String> iptc(Directories directories, int tag) {
    return directories.text(IptcDirectory.class, tag);
  }

  /// The tags that Windows Explorer added to EXIF (0x9C9B to 0x9C9F): UTF-16, little-endian.
  private static Optional<String> windows(Directories directories, int tag) {
    return directories
        .exifBytes(tag)
        .map(UserComments::decodeUtf16)
        .flatMap(words -> Texts.readable(words, Directories.MAX_TEXT).stream())
        .findFirst();
  }
}
