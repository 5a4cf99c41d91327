package dev.imagedb.metadata;

import com.drew.metadata.xmp.XmpReader;

/// An XMP packet: RDF in XML (XMP specification part 1).
///
/// The parser takes no document type, so that a packet can name no file and no address to be read,
/// and no entity that grows.
final class XmpBlock {
  private XmpBlock() {}

  static void read(byte[] packet, Salvage salvage) {
    salvage.read("XMP", found -> new XmpReader().extract(packet, found));
  }
}
