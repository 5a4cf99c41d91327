package dev.imagedb.embed.files;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.imagedb.embed.files.Safetensors.StoredTensor;
import dev.imagedb.embed.files.Safetensors.StoredType;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
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

  /// The reference's own limit on the header's length.
  private static final long LARGEST_HEADER = 100_000_000;

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
    MemorySegment data = bytes.asSlice(8 + length);
    Map<String, StoredTensor> found = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> entry : headerJson(length).entrySet()) {
      if (!entry.getKey().equals("__metadata__")) {
        readEntry(entry.getKey(), entry.getValue(), data)
            .ifPresent(tensor -> found.put(entry.getKey(), tensor));
      }
    }
    refuseOverlaps(found);
    return found;
  }

  /// The format knows no shared bytes: tensors that overlap were described by a liar.
  private void refuseOverlaps(Map<String, StoredTensor> found) {
    long end = 0;
    String last = "";
    for (Map.Entry<String, StoredTensor> entry : inOrder(found)) {
      MemorySegment data = entry.getValue().data();
      if (data.byteSize() > 0 && data.address() < end) {
        throw damaged("the tensors " + last + " and " + entry.getKey() + " overlap");
      }
      end = Math.max(end, data.address() + data.byteSize());
      last = entry.getKey();
    }
  }

  private static List<Map.Entry<String, StoredTensor>> inOrder(Map<String, StoredTensor> found) {
    return found.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().data().address()))
        .toList();
  }

  private JsonObject headerJson(long length) {
    String json =
        new String(bytes.asSlice(8, length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    try {
      return JsonParser.parseString(json).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
      throw damaged("its header is no JSON object");
    }
  }

  /// Types that no tower can use are passed over: whoever needs such a tensor will miss it by name.
  private Optional<StoredTensor> readEntry(String name, JsonElement entry, MemorySegment data) {
    try {
      JsonObject fields = entry.getAsJsonObject();
      String typeName = fields.get("dtype").getAsString();
      long[] shape = longs(fields.get("shape"));
      long[] offsets = longs(fields.get("data_offsets"));
      if (offsets.length != 2
          || offsets[0] < 0
          || offsets[1] < offsets[0]
          || offsets[1] > data.byteSize()) {
        throw damaged("tensor " + name + " lies outside of the file");
      }
      Optional<StoredType> type =
          Arrays.stream(StoredType.values()).filter(t -> t.name().equals(typeName)).findFirst();
      if (type.isEmpty()) {
        return Optional.empty();
      }
      long length = offsets[1] - offsets[0];
      if (count(shape) != length / type.get().bytes() || length % type.get().bytes() != 0) {
        throw damaged(
            "tensor " + name + " of shape " + Arrays.toString(shape) + " has " + length + " bytes");
      }
      return Optional.of(new StoredTensor(type.get(), shape, data.asSlice(offsets[0], length)));
    } catch (IllegalStateException
        | UnsupportedOperationException
        | NullPointerException
        | ArithmeticException
        | NumberFormatException e) {
      throw damaged("tensor " + name + " is not described as one");
    }
  }

  private static long[] longs(JsonElement array) {
    return array.getAsJsonArray().asList().stream()
        .mapToLong(number -> number.getAsBigDecimal().longValueExact())
        .toArray();
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
    return UserException.failed(
        file + " is no usable safetensors file: " + what, "fetch the model's files anew");
  }

  @Override
  public void close() {
    arena.close();
  }
}
