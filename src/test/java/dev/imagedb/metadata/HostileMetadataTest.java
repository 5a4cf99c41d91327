package dev.imagedb.metadata;

import static dev.imagedb.metadata.Pictures.ascii;
import static dev.imagedb.metadata.Pictures.bigEndian;
import static dev.imagedb.metadata.Pictures.chunk;
import static dev.imagedb.metadata.Pictures.deflated;
import static dev.imagedb.metadata.Pictures.exifSegment;
import static dev.imagedb.metadata.Pictures.joined;
import static dev.imagedb.metadata.Pictures.jpeg;
import static dev.imagedb.metadata.Pictures.png;
import static dev.imagedb.metadata.Pictures.segment;
import static dev.imagedb.metadata.Pictures.webp;
import static dev.imagedb.metadata.Pictures.webpChunk;
import static dev.imagedb.metadata.Pictures.xmp;
import static dev.imagedb.metadata.Pictures.xmpSegment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Metadata comes from strangers.
@Timeout(30)
class HostileMetadataTest {
  private static final byte[] EXIF =
      TiffBuilder.bigEndian()
          .main(0x010F, "Canon")
          .exif(0x9003, "2019:07:01 12:00:00")
          .exifFractions(0x829D, 28, 10)
          .gps(1, "N")
          .gpsFractions(2, 47, 1, 22, 1, 0, 1)
          .build();

  private final MetadataReader reader = new MetadataReader();

  @Test
  void readsNoFileThatAnXmpPacketNames(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    String packet =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + xmp("<dc:format>&e;</dc:format>");

    Metadata metadata = reader.read(jpeg(xmpSegment(packet)), ImageFormat.JPEG);

    assertThat(metadata.toString()).doesNotContain("the secret");
    assertThat(metadata.damage()).isNotEmpty();
  }

  @Test
  void expandsNoEntities() {
    String packet =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + xmp("<dc:format>&b;</dc:format>");

    Metadata metadata = reader.read(jpeg(xmpSegment(packet)), ImageFormat.JPEG);

    assertThat(metadata.toString()).doesNotContain("aaaa");
  }

  @Test
  void refusesExtendedXmpThatClaimsMoreThanTheFileHolds() {
    String guid = "0123456789ABCDEF0123456789ABCDEF";
    String packet =
        xmp(
            "<n:HasExtendedXMP xmlns:n='http://ns.adobe.com/xmp/note/'>"
                + guid
                + "</n:HasExtendedXMP>");
    byte[] extension =
        segment(
            0xE1,
            ascii("http://ns.adobe.com/xmp/extension/\0" + guid),
            bigEndian(Integer.MAX_VALUE - 8),
            new byte[4]);

    Metadata metadata = reader.read(jpeg(xmpSegment(packet), extension), ImageFormat.JPEG);

    assertThat(metadata.damage()).contains("XMP: extended XMP claims to be larger than the file");
  }

  @Test
  void stopsInflatingABomb() {
    byte[] bomb = joined(ascii("Comment\0\0"), deflated(new byte[PngText.MAX_LENGTH + 1]));
    byte[] exif = TiffBuilder.bigEndian().main(0x010F, "Canon").build();

    Metadata metadata = reader.read(png(chunk("zTXt", bomb), chunk("eXIf", exif)), ImageFormat.PNG);

    assertThat(metadata.camera().make()).isEqualTo("Canon");
    assertThat(metadata.description().comment()).isNull();
    assertThat(metadata.damage()).singleElement().asString().contains("inflates to more than");
  }

  /// 4,000 entries, each of which names the same megabyte: four gigabytes, if all were copied.
  @Test
  void copiesTheSameBytesOnlySoOften() {
    int entries = 4_000;
    int directory = 8;
    int length = 1 << 20;
    int size = directory + 2 + entries * 12 + 4 + length;
    byte[] bytes = new byte[size];
    ByteBuffer tiff = ByteBuffer.wrap(bytes);
    tiff.put(ascii("MM")).putShort((short) 42).putInt(directory).putShort((short) entries);
    for (int entry = 0; entry < entries; entry++) {
      tiff.putShort((short) (0xA000 + entry))
          .putShort((short) 7)
          .putInt(length)
          .putInt(size - length);
    }

    Metadata metadata = reader.read(bytes, ImageFormat.TIFF);

    assertThat(metadata.damage()).contains("Exif: reads the same data over and over");
  }

  /// A CIFF heap lists 6,000 heaps that are itself, a little shorter, and each of them lists 6,000
  /// again.
  @Test
  @Timeout(5)
  void readsHeapsWithinHeapsOnlySoLong() {
    int headerLength = 14;
    int records = 6_000;
    int depth = 5;
    int heapLength = 2 + records * 10 + 4 * (depth + 1);
    byte[] ciff = new byte[headerLength + heapLength];
    ByteBuffer buffer = ByteBuffer.wrap(ciff).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put(ascii("II")).putInt(headerLength).put(ascii("HEAPJPGM")).putShort((short) records);
    for (int record = 0; record < records; record++) {
      buffer.putShort((short) 0x2800).putInt(heapLength - 4 * (1 + record % depth)).putInt(0);
    }
    byte[] file = jpeg(segment(0xE0, ciff), segment(0xFE, ascii("made by hand")));

    Metadata metadata = reader.read(file, ImageFormat.JPEG);

    assertThat(metadata.description().comment()).isEqualTo("made by hand");
  }

  @Test
  void boundsAndCleansWhatItKeeps() {
    String evil = "name\u001b[2Jcleared\u202Egpj.exe\u0007";
    String endless = "x".repeat(60_000);

    Metadata metadata =
        reader.read(
            jpeg(
                exifSegment(
                    TiffBuilder.bigEndian()
                        .main(0x013B, evil + " and a good deal of plain text")
                        .build()),
                segment(0xFE, ascii(endless))),
            ImageFormat.JPEG);

    assertThat(metadata.description().artist()).doesNotContain("\u001b", "\u202E", "\u0007");
    assertThat(metadata.description().comment()).hasSize(10_000);
    assertThat(metadata.tags())
        .allSatisfy(tag -> assertThat(tag.value()).hasSizeLessThanOrEqualTo(1_000));
  }

  @Test
  void keepsNoBinaryRubbishAsText() {
    byte[] noise = new byte[500];
    new Random(1).nextBytes(noise);

    Metadata metadata = reader.read(jpeg(segment(0xFE, noise)), ImageFormat.JPEG);

    assertThat(metadata.description().comment()).isNull();
  }

  @Test
  void survivesXmpThatNestsWithoutEnd() {
    int depth = 100_000;
    String nested = "<dc:a rdf:parseType='Resource'>".repeat(depth) + "</dc:a>".repeat(depth);
    byte[] file =
        webp(
            webpChunk("XMP ", xmp(nested).getBytes(UTF_8)),
            webpChunk("EXIF", TiffBuilder.bigEndian().main(0x010F, "Canon").build()));

    Metadata metadata = reader.read(file, ImageFormat.WEBP);

    assertThat(metadata.camera().make()).isEqualTo("Canon");
    assertThat(metadata.damage()).isNotEmpty();
  }

  @Test
  void neverThrowsWhateverByteIsWrong() {
    byte[] xmp = xmp("<dc:format>image</dc:format>").getBytes(UTF_8);
    damageEveryByte(jpeg(exifSegment(EXIF)), ImageFormat.JPEG);
    damageEveryByte(EXIF, ImageFormat.TIFF);
    damageEveryByte(png(chunk("eXIf", EXIF)), ImageFormat.PNG);
    damageEveryByte(webp(webpChunk("EXIF", EXIF)), ImageFormat.WEBP);
    damageEveryByte(Pictures.heif(EXIF, xmp), ImageFormat.AVIF);
    damageEveryByte(
        ascii("8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\4\0\0\0\4\0\10\0\3\0\0\0\0\0\0\0\0"),
        ImageFormat.PSD);
    damageEveryByte(ascii("GIF89a\4\0\4\0\0\0\0!\376\5hello\0;"), ImageFormat.GIF);
  }

  private void damageEveryByte(byte[] file, ImageFormat format) {
    for (int at = 0; at < file.length; at++) {
      for (int wrong : new int[] {0x00, 0x7F, 0xFF}) {
        byte[] damaged = file.clone();
        damaged[at] = (byte) wrong;
        String where = format + ", byte " + at + " = " + wrong;
        assertThatCode(() -> reader.read(damaged, format)).as(where).doesNotThrowAnyException();
      }
      byte[] truncated = Arrays.copyOf(file, at);
      assertThatCode(() -> reader.read(truncated, format)).doesNotThrowAnyException();
    }
  }
}
