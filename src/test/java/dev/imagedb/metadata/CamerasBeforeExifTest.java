package dev.imagedb.metadata;

import static dev.imagedb.metadata.Pictures.ascii;
import static dev.imagedb.metadata.Pictures.bytes;
import static dev.imagedb.metadata.Pictures.exifSegment;
import static dev.imagedb.metadata.Pictures.joined;
import static dev.imagedb.metadata.Pictures.jpeg;
import static dev.imagedb.metadata.Pictures.littleEndian;
import static dev.imagedb.metadata.Pictures.segment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CamerasBeforeExifTest {
  private final MetadataReader reader = new MetadataReader();

  @Test
  void readsTheHeapOfAnEarlyCanon() {
    byte[] names = ascii("Canon\0PowerShot A5\0");
    byte[] record = joined(bytes(0x0A, 0x08), littleEndian(names.length), littleEndian(0));
    byte[] heap = joined(names, bytes(1, 0), record, littleEndian(names.length));
    byte[] ciff = joined(ascii("II"), littleEndian(14), ascii("HEAPJPGM"), heap);

    Metadata metadata = reader.read(jpeg(segment(0xE0, ciff)), ImageFormat.JPEG);

    assertThat(metadata.camera()).isEqualTo(new Camera("Canon", "PowerShot A5", null));
    assertThat(metadata.damage()).isEmpty();
  }

  @Test
  void readsTheLinesOfAnEarlyOlympus() {
    byte[] lines =
        ascii("OLYMPUS\0[picture info]\r\nTimeDate=909698819\r\nShutter=33363\r\nFNumber=F2.8\r\n");

    Metadata metadata = reader.read(jpeg(segment(0xEC, lines)), ImageFormat.JPEG);

    assertThat(metadata.taken())
        .isEqualTo(new CaptureTime(LocalDateTime.of(1998, 10, 29, 22, 6, 59), null));
    assertThat(metadata.exposure()).isEqualTo(new Exposure(null, 2.8, 0.033363, null));
  }

  @Test
  void believesTheFinerNumbersOfAnEarlyKodak() {
    byte[] note = new byte[0x80];
    ByteBuffer.wrap(note)
        .putShort(0x0C, (short) 1999)
        .putInt(0x38, 3111)
        .putShort(0x3C, (short) 390)
        .putShort(0x4E, (short) 140);
    byte[] exif =
        TiffBuilder.bigEndian()
            .main(0x010F, "EASTMAN KODAK COMPANY")
            .exifFractions(0x829A, 1, 30)
            .exifFractions(0x829D, 4, 1)
            .exifBytes(0x927C, note)
            .build();

    Metadata metadata = reader.read(jpeg(exifSegment(exif)), ImageFormat.JPEG);

    assertThat(metadata.exposure()).isEqualTo(new Exposure(140, 3.9, 0.03111, null));
  }
}
