package dev.imagedb.metadata;

import static dev.imagedb.metadata.Pictures.ascii;
import static dev.imagedb.metadata.Pictures.bytes;
import static dev.imagedb.metadata.Pictures.exifSegment;
import static dev.imagedb.metadata.Pictures.iptc;
import static dev.imagedb.metadata.Pictures.iptcSegment;
import static dev.imagedb.metadata.Pictures.joined;
import static dev.imagedb.metadata.Pictures.jpeg;
import static dev.imagedb.metadata.Pictures.segment;
import static dev.imagedb.metadata.Pictures.xmp;
import static dev.imagedb.metadata.Pictures.xmpSegment;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Place;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetadataReaderTest {
  private static final int MAKE = 0x010F;
  private static final int MODEL = 0x0110;
  private static final int ORIENTATION = 0x0112;
  private static final int DATE_TIME = 0x0132;
  private static final int ARTIST = 0x013B;
  private static final int ISO = 0x8827;
  private static final int EXPOSURE_TIME = 0x829A;
  private static final int F_NUMBER = 0x829D;
  private static final int DATE_TIME_ORIGINAL = 0x9003;
  private static final int OFFSET_TIME_ORIGINAL = 0x9011;
  private static final int SHUTTER_SPEED = 0x9201;
  private static final int APERTURE = 0x9202;
  private static final int FOCAL_LENGTH = 0x920A;
  private static final int USER_COMMENT = 0x9286;

  private final MetadataReader reader = new MetadataReader();

  private Metadata readJpeg(byte[]... segments) {
    return reader.read(jpeg(segments), ImageFormat.JPEG);
  }

  private Metadata readExif(TiffBuilder tiff) {
    return readJpeg(exifSegment(tiff.build()));
  }

  @Test
  void readsCameraAndExposureInBothByteOrders() {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      Metadata metadata =
          readExif(
              new TiffBuilder(order)
                  .main(MAKE, "Canon  ")
                  .main(MODEL, "EOS 5D")
                  .mainShort(ORIENTATION, 6)
                  .exifShort(ISO, 400)
                  .exifFractions(EXPOSURE_TIME, 1, 250)
                  .exifFractions(F_NUMBER, 56, 10)
                  .exifFractions(FOCAL_LENGTH, 50, 1));

      assertThat(metadata.camera()).isEqualTo(new Camera("Canon", "EOS 5D", null));
      assertThat(metadata.orientation()).isEqualTo(Orientation.TURN_RIGHT);
      assertThat(metadata.exposure().iso()).isEqualTo(400);
      assertThat(metadata.exposure().seconds()).isEqualTo(0.004);
      assertThat(metadata.exposure().aperture()).isEqualTo(5.6);
      assertThat(metadata.exposure().focalLength()).isEqualTo(50.0);
      assertThat(metadata.damage()).isEmpty();
    }
  }

  @Test
  void worksOutApexValuesWherePlainOnesAreMissing() {
    Metadata metadata =
        readExif(
            TiffBuilder.bigEndian()
                .exifFractions(SHUTTER_SPEED, 6, 1)
                .exifFractions(APERTURE, 4, 1));

    assertThat(metadata.exposure().seconds()).isEqualTo(1.0 / 64);
    assertThat(metadata.exposure().aperture()).isEqualTo(4.0);
  }

  @Test
  void knowsTheDistanceToUtcWhereTheCameraWroteIt() {
    Metadata metadata =
        readExif(
            TiffBuilder.bigEndian()
                .main(DATE_TIME, "2021:01:01 00:00:00")
                .exif(DATE_TIME_ORIGINAL, "2019:07:01 12:00:00")
                .exif(OFFSET_TIME_ORIGINAL, "+02:00"));

    assertThat(metadata.taken())
        .isEqualTo(new CaptureTime(LocalDateTime.of(2019, 7, 1, 12, 0), ZoneOffset.ofHours(2)));
  }

  @Test
  void passesOverDatesThatAreNone() {
    Metadata metadata =
        readExif(
            TiffBuilder.bigEndian()
                .main(DATE_TIME, "2020:02:29 08:30:00")
                .exif(DATE_TIME_ORIGINAL, "0000:00:00 00:00:00"));

    assertThat(metadata.taken())
        .isEqualTo(new CaptureTime(LocalDateTime.of(2020, 2, 29, 8, 30), null));
  }

  @Test
  void readsPlacesSouthAndWestAndBelowTheSea() {
    Metadata metadata =
        readExif(
            TiffBuilder.bigEndian()
                .gps(1, "S")
                .gpsFractions(2, 33, 1, 30, 1, 36, 1)
                .gps(3, "W")
                .gpsFractions(4, 70, 1, 15, 1, 0, 0)
                .gpsByte(5, 1)
                .gpsFractions(6, 25, 2));

    assertThat(metadata.place()).isEqualTo(new Place(-33.51, -70.25, -12.5));
  }

  @Test
  void takesZeroDegreesForNoFix() {
    Metadata metadata =
        readExif(
            TiffBuilder.bigEndian()
                .gps(1, "N")
                .gpsFractions(2, 0, 1, 0, 1, 0, 1)
                .gps(3, "E")
                .gpsFractions(4, 0, 1, 0, 1, 0, 1));

    assertThat(metadata.place()).isNull();
  }

  @Test
  void keepsTheOtherTagsWhenGpsIsDamaged() {
    Metadata metadata =
        readExif(TiffBuilder.bigEndian().main(MAKE, "Canon").exifShort(ISO, 200).gpsAstray());

    assertThat(metadata.camera().make()).isEqualTo("Canon");
    assertThat(metadata.exposure().iso()).isEqualTo(200);
    assertThat(metadata.place()).isNull();
    assertThat(metadata.damage()).singleElement().asString().startsWith("GPS: ");
  }

  @Test
  void keepsExifWhenXmpIsDamaged() {
    Metadata metadata =
        readJpeg(
            exifSegment(TiffBuilder.bigEndian().main(MAKE, "Canon").build()),
            xmpSegment("<x:xmpmeta>never closed"));

    assertThat(metadata.camera().make()).isEqualTo("Canon");
    assertThat(metadata.damage()).singleElement().asString().startsWith("XMP: ");
  }

  @Test
  void keepsWhatStandsBeforeTheEndOfATruncatedFile() {
    byte[] whole =
        jpeg(
            exifSegment(TiffBuilder.bigEndian().main(MAKE, "Canon").build()),
            segment(0xE2, new byte[5000]));
    byte[] truncated = Arrays.copyOf(whole, whole.length - 4000);

    Metadata metadata = reader.read(truncated, ImageFormat.JPEG);

    assertThat(metadata.camera().make()).isEqualTo("Canon");
    assertThat(metadata.damage()).contains("JPEG: file ends within segment 0xe2");
  }

  @Test
  void readsTextsInUtf8AndInLatin1() {
    Metadata utf8 = readExif(TiffBuilder.bigEndian().main(ARTIST, "Jörg Müller"));
    Metadata latin1 =
        readExif(
            TiffBuilder.bigEndian()
                .mainBytes(ARTIST, TiffBuilder.ASCII, Pictures.latin1("Jörg Müller\0")));

    assertThat(utf8.description().artist()).isEqualTo("Jörg Müller");
    assertThat(latin1.description().artist()).isEqualTo("Jörg Müller");
    assertThat(latin1.tags()).anyMatch(tag -> tag.value().equals("Jörg Müller"));
  }

  @Test
  void decodesUserCommentByItsCharacterCode() {
    assertThat(comment(ascii("ASCII\0\0\0"), ascii("a cat"))).isEqualTo("a cat");
    assertThat(comment(new byte[8], ascii("a cat   \0\0"))).isEqualTo("a cat");
    assertThat(comment(ascii("UNICODE\0"), "a cät".getBytes(UTF_16BE))).isEqualTo("a cät");
    assertThat(comment(ascii("UNICODE\0"), "a cät".getBytes(UTF_16LE))).isEqualTo("a cät");
    assertThat(comment(ascii("UNICODE\0"), "\uFEFF猫".getBytes(UTF_16LE))).isEqualTo("猫");
    assertThat(comment(ascii("JIS\0\0\0\0\0"), bytes(0x47, 0x2D))).isEqualTo("猫");
    assertThat(comment(ascii("a cat, and no code"))).isEqualTo("a cat, and no code");
    assertThat(comment(ascii("ASCII\0\0\0"), new byte[100])).isNull();
  }

  private @Nullable String comment(byte[]... parts) {
    return readExif(TiffBuilder.bigEndian().exifBytes(USER_COMMENT, joined(parts)))
        .description()
        .comment();
  }

  @Test
  void readsIptcInItsCodedCharacterSet() {
    Metadata metadata =
        readJpeg(
            iptcSegment(
                iptc(1, 90, bytes(0x1B, '%', 'G')),
                iptc(2, 5, "Zürich".getBytes(UTF_8)),
                iptc(2, 120, "Am See".getBytes(UTF_8)),
                iptc(2, 25, ascii("lake")),
                iptc(2, 25, ascii("summer")),
                iptc(2, 55, ascii("20190701")),
                iptc(2, 60, ascii("120000+0200"))));

    assertThat(metadata.description().title()).isEqualTo("Zürich");
    assertThat(metadata.description().caption()).isEqualTo("Am See");
    assertThat(metadata.description().keywords()).containsExactly("lake", "summer");
    assertThat(metadata.taken())
        .isEqualTo(new CaptureTime(LocalDateTime.of(2019, 7, 1, 12, 0), ZoneOffset.ofHours(2)));
  }

  @Test
  void readsXmpAndNamesEachKeywordOnce() {
    Metadata metadata =
        readJpeg(
            xmpSegment(
                xmp(
                    """
                    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">At dusk</rdf:li></rdf:Alt></dc:title>
                    <dc:subject><rdf:Bag><rdf:li>lake</rdf:li><rdf:li>dusk</rdf:li></rdf:Bag></dc:subject>
                    <xmp:Rating>4</xmp:Rating>
                    <exif:FNumber>28/10</exif:FNumber>
                    <exif:GPSLatitude>47,22.2N</exif:GPSLatitude>
                    <exif:GPSLongitude>8,32.4W</exif:GPSLongitude>
                    <tiff:Make>NIKON</tiff:Make>
                    """)),
            iptcSegment(iptc(2, 25, ascii("lake"))));

    assertThat(metadata.description().title()).isEqualTo("At dusk");
    assertThat(metadata.description().keywords()).containsExactly("lake", "dusk");
    assertThat(metadata.description().rating()).isEqualTo(4);
    assertThat(metadata.exposure().aperture()).isEqualTo(2.8);
    assertThat(metadata.camera().make()).isEqualTo("NIKON");
    assertThat(metadata.place()).isEqualTo(new Place(47.37, -8.54, null));
    assertThat(metadata.tags())
        .anyMatch(tag -> tag.group().equals("XMP") && tag.value().equals("4"));
  }

  @Test
  void takesTheJpegCommentWhereThereIsNoOther() {
    Metadata metadata = readJpeg(segment(0xFE, ascii("made by hand")));

    assertThat(metadata.description().comment()).isEqualTo("made by hand");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    for (ImageFormat format : ImageFormat.values()) {
      assertThat(reader.read(new byte[0], format).tags()).as(format.name()).isEmpty();
    }
    assertThat(reader.read(ascii("P6 1 1 255 rgb"), ImageFormat.PNM)).isEqualTo(Metadata.NONE);
  }
}
