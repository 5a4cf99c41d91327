package dev.imagedb.metadata;

import com.drew.metadata.heif.HeifDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The metadata items of a HEIF file (ISO/IEC 23008-12, annex A; boxes of ISO/IEC 14496-12, 8.11):
/// HEIC and AVIF.
final class HeifItems {
  /// Version and flags in front of a full box's content.
  private static final int FULL_BOX = 4;

  private final byte[] bytes;
  private final Salvage salvage;

  private HeifItems(byte[] bytes, Salvage salvage) {
    this.bytes = bytes;
    this.salvage = salvage;
  }

  static void read(byte[] bytes, Salvage salvage) {
    new HeifItems(bytes, salvage).readMeta();
  }

  /// An Exif item: where the TIFF structure begins behind these four bytes, and the structure.
  static void readExif(byte[] item, Salvage salvage) {
    if (item.length < 4) {
      salvage.damaged("Exif", "item of " + item.length + " bytes");
      return;
    }
    long start = 4 + Bytes.unsignedInt(item, 0);
    ExifBlock.read(Bytes.from(item, (int) Math.min(start, item.length)), salvage);
  }

  private void readMeta() {
    Optional<IsoBox> meta = child(IsoBox.within(bytes, 0, bytes.length), "meta");
    if (meta.isEmpty()) {
      salvage.damaged("HEIF", "no meta box");
      return;
    }
    List<IsoBox> boxes = meta.get().children(bytes, FULL_BOX);
    child(boxes, "iprp").ifPresent(box -> salvage.read("HEIF", _ -> readSize(box)));
    Map<Long, String> types = new HashMap<>();
    child(boxes, "iinf").ifPresent(box -> salvage.read("HEIF", _ -> readTypes(box, types)));
    int itemData = child(boxes, "idat").map(IsoBox::start).orElse(0);
    child(boxes, "iloc")
        .ifPresent(box -> salvage.read("HEIF", _ -> readItems(box, types, itemData)));
  }

  private static Optional<IsoBox> child(List<IsoBox> boxes, String name) {
    return boxes.stream().filter(box -> box.name().equals(name)).findFirst();
  }

  /// Of all items' sizes the largest is the whole picture's; the others are tiles and thumbnails.
  private void readSize(IsoBox properties) {
    child(properties.children(bytes, 0), "ipco").stream()
        .flatMap(container -> container.children(bytes, 0).stream())
        .filter(box -> box.name().equals("ispe") && box.length() >= FULL_BOX + 8)
        .map(box -> ByteBuffer.wrap(bytes, box.start() + FULL_BOX, 8))
        .map(buffer -> new int[] {buffer.getInt(), buffer.getInt()})
        .filter(size -> size[0] > 0 && size[1] > 0)
        .max((one, other) -> Long.compare((long) one[0] * one[1], (long) other[0] * other[1]))
        .ifPresent(size -> salvage.read("HEIF", found -> found.addDirectory(sized(size))));
  }

  private static HeifDirectory sized(int[] size) {
    HeifDirectory directory = new HeifDirectory();
    directory.setInt(HeifDirectory.TAG_IMAGE_WIDTH, size[0]);
    directory.setInt(HeifDirectory.TAG_IMAGE_HEIGHT, size[1]);
    return directory;
  }

  /// Item information (`infe`, version 2 and 3): id, protection, type. Pixels are left out.
  private void readTypes(IsoBox information, Map<Long, String> types) {
    int countLength = bytes[information.start()] == 0 ? 2 : 4;
    for (IsoBox entry : information.children(bytes, FULL_BOX + countLength)) {
      ByteBuffer buffer = content(entry);
      int version = buffer.get();
      buffer.position(buffer.position() + 3);
      if (version >= 2) {
        long id = version == 2 ? Short.toUnsignedLong(buffer.getShort()) : unsigned(buffer, 4);
        String type = Bytes.name(bytes, buffer.position() + 2);
        if (type.equals("Exif") || type.equals("mime")) {
          types.put(id, type);
        }
      }
    }
  }

  /// Item location (`iloc`): for each item the pieces that it is made of.
  private void readItems(IsoBox location, Map<Long, String> types, int itemData)
      throws IOException {
    ByteBuffer buffer = content(location);
    int version = buffer.get();
    buffer.position(buffer.position() + 3);
    int sizes = Short.toUnsignedInt(buffer.getShort());
    var layout = new Layout(version, sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, sizes & 15);
    long count = unsigned(buffer, layout.idLength());
    for (long item = 0; item < count; item++) {
      long id = unsigned(buffer, layout.idLength());
      byte[] data = readItem(buffer, layout, itemData, types.containsKey(id));
      switch (types.getOrDefault(id, "")) {
        case "Exif" -> readExif(data, salvage);
        case "mime" -> readMime(data);
        default -> {}
      }
    }
  }

  /// How wide the numbers of an item location box are, in bytes.
  private record Layout(int version, int offset, int length, int base, int index) {
    int idLength() {
      return version < 2 ? 2 : 4;
    }
  }

  private byte[] readItem(ByteBuffer buffer, Layout layout, int itemData, boolean wanted)
      throws IOException {
    boolean inItemData = layout.version() > 0 && (Short.toUnsignedInt(buffer.getShort()) & 15) == 1;
    buffer.getShort(); // which file it lies in: this one
    long base = unsigned(buffer, layout.base()) + (inItemData ? itemData : 0);
    int extents = Short.toUnsignedInt(buffer.getShort());
    var data = new ByteArrayOutputStream();
    for (int extent = 0; extent < extents; extent++) {
      unsigned(buffer, layout.version() > 0 ? layout.index() : 0);
      long start = base + unsigned(buffer, layout.offset());
      long length = unsigned(buffer, layout.length());
      if (wanted) {
        append(data, start, length);
      }
    }
    return data.toByteArray();
  }

  /// All pieces together are never longer than the file.
  private void append(ByteArrayOutputStream data, long start, long length) throws IOException {
    if (start < 0
        || length < 0
        || length > bytes.length - data.size()
        || start > bytes.length - length) {
      throw new IOException("item lies outside the file: " + length + " bytes at " + start);
    }
    data.write(bytes, (int) start, (int) length);
  }

  /// The only MIME item that cameras write is XMP; its packet begins with markup.
  private void readMime(byte[] data) {
    if (data.length > 0 && data[0] == '<') {
      XmpBlock.read(data, salvage);
    }
  }

  private ByteBuffer content(IsoBox box) {
    return ByteBuffer.wrap(bytes, box.start(), box.length());
  }

  private static long unsigned(ByteBuffer buffer, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | Byte.toUnsignedLong(buffer.get());
    }
    return value;
  }
}
