package dev.imagedb.metadata;

import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.iptc.IptcReader;
import com.drew.metadata.photoshop.PhotoshopReader;
import java.nio.charset.StandardCharsets;

/// An IPTC block (IIM 4.2), bare or within Photoshop's image resources.
final class IptcBlock {
  private static final byte[] PHOTOSHOP = "8BIM".getBytes(StandardCharsets.US_ASCII);

  private IptcBlock() {}

  static void read(byte[] block, Salvage salvage) {
    var reader = new SequentialByteArrayReader(block);
    salvage.read(
        "IPTC",
        found -> {
          if (Bytes.startsWith(block, 0, PHOTOSHOP)) {
            new PhotoshopReader().extract(reader, block.length, found);
          } else {
            new IptcReader().extract(reader, found, block.length);
          }
        });
  }
}
