package dev.imagedb.metadata;

import static dev.imagedb.metadata.Pictures.ascii;
import static dev.imagedb.metadata.Pictures.box;
import static dev.imagedb.metadata.Pictures.chunk;
import static dev.imagedb.metadata.Pictures.deflated;
import static dev.imagedb.metadata.Pictures.joined;
import static dev.imagedb.metadata.Pictures.png;
import static dev.imagedb.metadata.Pictures.webp;
import static dev.imagedb.metadata.Pictures.webpChunk;
import static dev.imagedb.metadata.Pictures.xmp;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Tag;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MetadataOfFormatsTest {
  private static final byte[] EXIF = TiffBuilder.bigEndian().main(0x010F, "Canon").build();
  private static final byte[] XMP =
      xmp("<dc:subject><rdf:Bag><rdf:li>lake</rdf:li></rdf:Bag></dc:subject>").getBytes(UTF_8);

  private final MetadataReader reader = new MetadataReader();

  private static void hasBoth(Metadata metadata) {
    assertThat(metadata.camera().make()).isEqualTo("Canon");
    assertThat(metadata.description().keywords()).containsExactly("lake");
    assertThat(metadata.damage()).isEmpty();
  }

  @Test
  void readsExifAndXmpInPng() {
    byte[] international = joined(ascii("XML:com.adobe.xmp\0\0\0\0\0"), XMP);

    Metadata metadata =
        reader.read(png(chunk("eXIf", EXIF), chunk("iTXt", international)), ImageFormat.PNG);

    hasBoth(metadata);
    assertThat(metadata.tags()).contains(new Tag("PNG-IHDR", "Image Width", "4"));
  }

  @Test
  void readsExifInPngThatImageMagickWrote() {
    String profile = "\nexif\n      " + EXIF.length + "\n" + HexFormat.of().formatHex(EXIF) + "\n";
    byte[] compressed = joined(ascii("Raw profile type exif\0\0"), deflated(ascii(profile)));

    Metadata metadata = reader.read(png(chunk("zTXt", compressed)), ImageFormat.PNG);

    assertThat(metadata.camera().make()).isEqualTo("Canon");
  }

  @Test
  void takesThePromptOfAnImageGeneratorForTheComment() {
    byte[] parameters = joined(ascii("parameters\0"), "a cät, Steps: 20".getBytes(UTF_8));

    Metadata metadata = reader.read(png(chunk("tEXt", parameters)), ImageFormat.PNG);

    assertThat(metadata.description().comment()).isEqualTo("a cät, Steps: 20");
    assertThat(metadata.tags()).contains(new Tag("PNG-text", "parameters", "a cät, Steps: 20"));
  }

  @Test
  void readsExifAndXmpInWebp() {
    hasBoth(reader.read(webp(webpChunk("EXIF", EXIF), webpChunk("XMP ", XMP)), ImageFormat.WEBP));
  }

  @Test
  void readsExifAndXmpAndSizeInHeif() {
    Metadata metadata = reader.read(Pictures.heif(EXIF, XMP), ImageFormat.HEIC);

    hasBoth(metadata);
    assertThat(metadata.tags()).anyMatch(tag -> tag.value().equals("640 pixels"));
  }

  @Test
  void readsExifAndXmpInJpegXl() {
    byte[] file =
        joined(
            box("JXL ", Pictures.bytes(0x0D, 0x0A, 0x87, 0x0A)),
            box("Exif", new byte[4], EXIF),
            box("xml ", XMP));

    hasBoth(reader.read(file, ImageFormat.JXL));
  }

  @Test
  void readsTiff() {
    assertThat(reader.read(EXIF, ImageFormat.TIFF).camera().make()).isEqualTo("Canon");
    assertThat(reader.read(EXIF, ImageFormat.RAW).camera().make()).isEqualTo("Canon");
  }
}
