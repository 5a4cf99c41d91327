package dev.imagedb.embed.files;

import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.embed.files.Safetensors.StoredType;
import dev.imagedb.embed.files.SafetensorsHeader.Entry;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A safetensors file, mapped into memory: eight bytes of header length, a JSON header, then the
/// tensors' bytes (format: the safetensors README). Nothing is read before it is used, and nothing
/// is believed before it is checked.
final class SafetensorsFile implements AutoCloseable {

  /// The largest published model, EVA02-E-14, needs about a hundredth; the reference believes six
  /// times as much.
  private static final long LARGEST_HEADER = 1 << 24;

  private final Path file;
  private final Arena arena;
  private final MemorySegment bytes;
  private final Map<String, StoredTensor> tensors;

  private SafetensorsFile(Path file, Arena arena, MemorySegment bytes) {
    this.file = file;
    this.arena = arena;
    this.bytes = bytes;
    this.tensors = readHeader();
  }

  /// Maps a file.
  ///
  /// @throws UserException where it is no safetensors file, or its header lies about it
  static SafetensorsFile open(Path file) {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file)) {
      return new SafetensorsFile(
          file, arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException e) {
      arena.close();
      throw new UserException(
          ExitCode.FAILED,
          "cannot read " + file + ": " + e.getMessage(),
          "fetch the model's files anew",
          e);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  Path file() {
    return file;
  }

  /// The tensors by their names, in the header's order.
  Map<String, StoredTensor> tensors() {
    return tensors;
  }

  private Map<String, StoredTensor> readHeader() {
    if (bytes.byteSize() < 8) {
      throw damaged("it has only " + bytes.byteSize() + " bytes");
    }
    long length = bytes.get(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), 0);
    if (length < 2 || length > LARGEST_HEADER || length > bytes.byteSize() - 8) {
      throw damaged("its header claims " + length + " bytes");
    }
    List<Entry> entries = SafetensorsHeader.read(file, text(bytes.asSlice(8, length)));
    MemorySegment data = bytes.asSlice(8 + length);
    entries.forEach(entry -> requireInside(entry, data.byteSize()));
    requireEveryByteOnce(entries, data.byteSize());
    Map<String, StoredTensor> found = new LinkedHashMap<>();
    entries.forEach(
        entry -> tensor(entry, data).ifPresent(tensor -> found.put(entry.name(), tensor)));
    return found;
  }

  private static Reader text(MemorySegment header) {
    return new InputStreamReader(
        new ByteArrayInputStream(header.toArray(ValueLayout.JAVA_BYTE)), StandardCharsets.UTF_8);
  }

  private void requireInside(Entry entry, long size) {
    long[] offsets = entry.offsets();
    if (offsets.length != 2 || offsets[0] < 0 || offsets[1] < offsets[0] || offsets[1] > size) {
      throw damaged("tensor " + Excerpt.of(entry.name()) + " lies outside of the file");
    }
  }

  /// The format knows neither shared bytes nor holes, in which something else could hide.
  private void requireEveryByteOnce(List<Entry> entries, long size) {
    long end = 0;
    String last = "";
    for (Entry entry : inOrder(entries)) {
      long start = entry.offsets()[0];
      String name = Excerpt.of(entry.name());
      if (start < end) {
        throw damaged("the tensors " + last + " and " + name + " overlap");
      }
      if (start > end) {
        throw damaged((start - end) + " bytes before tensor " + name + " belong to none");
      }
      end = entry.offsets()[1];
      last = name;
    }
    if (end < size) {
      throw damaged("its last " + (size - end) + " bytes belong to no tensor");
    }
  }

  private static List<Entry> inOrder(List<Entry> entries) {
    return entries.stream()
        .sorted(
            Comparator.<Entry>comparingLong(entry -> entry.offsets()[0])
                .thenComparingLong(entry -> entry.offsets()[1]))
        .toList();
  }

  /// Types that no tower can use are passed over: whoever needs such a tensor will miss it by name.
  private Optional<StoredTensor> tensor(Entry entry, MemorySegment data) {
    Optional<StoredType> type =
        Arrays.stream(StoredType.values()).filter(t -> t.name().equals(entry.type())).findFirst();
    return type.map(known -> tensor(entry, known, data));
  }

  private StoredTensor tensor(Entry entry, StoredType type, MemorySegment data) {
    long start = entry.offsets()[0];
    long length = entry.offsets()[1] - start;
    if (count(entry.shape()) != length / type.bytes() || length % type.bytes() != 0) {
      throw damaged(
          "tensor %s of shape %s has %d bytes"
              .formatted(
                  Excerpt.of(entry.name()), Excerpt.of(Arrays.toString(entry.shape())), length));
    }
    return new StoredTensor(type, entry.shape(), data.asSlice(start, length));
  }

  /// The numbers in a shape, or -1 where no memory could hold them.
  private static long count(long[] shape) {
    long count = 1;
    for (long side : shape) {
      if (side < 0 || (side > 0 && count > Integer.MAX_VALUE / side)) {
        return -1;
      }
      count *= side;
    }
    return count;
  }

  private UserException damaged(String what) {
    return SafetensorsHeader.damaged(file, what);
  }

  @Override
  public void close() {
    arena.close();
  }
}
