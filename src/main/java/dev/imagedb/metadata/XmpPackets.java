package dev.imagedb.metadata;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The properties of a picture's XMP packets (XMP specification parts 1 and 2). The first packet
/// that has a property is believed.
record XmpPackets(List<XMPMeta> packets) {
  static final String AUX = "http://ns.adobe.com/exif/1.0/aux/";
  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  static final String EXIF = "http://ns.adobe.com/exif/1.0/";
  static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
  static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
  static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
  static final String XMP = "http://ns.adobe.com/xap/1.0/";

  XmpPackets {
    packets = List.copyOf(packets);
  }

  /// A property's text; of a list or of several languages, the first.
  Optional<String> text(String namespace, String name) {
    return texts(namespace, name).findFirst();
  }

  Optional<Double> number(String namespace, String name) {
    return text(namespace, name).flatMap(Numbers::parse);
  }

  /// All items of a list.
  Stream<String> texts(String namespace, String name) {
    return packets.stream()
        .flatMap(packet -> values(packet, namespace, name).stream())
        .flatMap(value -> Texts.readable(value, Directories.MAX_TEXT).stream());
  }

  private static List<String> values(XMPMeta packet, String namespace, String name) {
    List<String> values = new ArrayList<>();
    try {
      XMPProperty property = packet.getProperty(namespace, name);
      if (property != null && property.getOptions().isArray()) {
        int count = packet.countArrayItems(namespace, name);
        for (int item = 1; item <= count; item++) {
          values.add(packet.getArrayItem(namespace, name, item).getValue());
        }
      } else if (property != null && property.getValue() != null) {
        values.add(property.getValue());
      }
    } catch (XMPException e) {
      // The namespace is unknown to this packet, or the item is no text: there is nothing to read.
    }
    return values;
  }
}
