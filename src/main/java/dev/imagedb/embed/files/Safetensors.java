package dev.imagedb.embed.files;

import dev.imagedb.fault.UserException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The weights of a model: the tensors of one safetensors file, or of the several that large
/// weights are split into. Mapped, so that only what is used is read.
///
/// A file that is cut off while it is mapped ends the process, with the system's signal where
/// libtorch reads what is not there any more; `src/docs/decisions/0010` says why that is left so.
public final class Safetensors implements AutoCloseable {

  /// How a tensor's numbers are stored; those that the towers can use.
  public enum StoredType {
    F32(4),
    F16(2),
    BF16(2);

    private final int bytes;

    StoredType(int bytes) {
      this.bytes = bytes;
    }

    public int bytes() {
      return bytes;
    }
  }

  /// A tensor in the mapped file.
  ///
  /// @param data little-endian; lives as long as the file is open
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record StoredTensor(StoredType type, long[] shape, MemorySegment data) {}

  private final List<SafetensorsFile> files;
  private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

  private Safetensors(List<SafetensorsFile> files) {
    this.files = files;
    files.forEach(this::add);
  }

  /// Maps a file.
  ///
  /// @throws UserException where it is no safetensors file, or its header lies about it
  public static Safetensors open(Path file) {
    return open(List.of(file));
  }

  /// Maps the files of one model.
  ///
  /// @throws UserException where one is no safetensors file, or two hold the same tensor
  public static Safetensors open(List<Path> files) {
    List<SafetensorsFile> opened = new ArrayList<>();
    try {
      files.forEach(file -> opened.add(SafetensorsFile.open(file)));
      return new Safetensors(List.copyOf(opened));
    } catch (RuntimeException e) {
      opened.forEach(SafetensorsFile::close);
      throw e;
    }
  }

  /// The first file, or the only one.
  public Path file() {
    return files.getFirst().file();
  }

  public Optional<StoredTensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  public Map<String, StoredTensor> tensors() {
    return tensors;
  }

  private void add(SafetensorsFile file) {
    file.tensors()
        .forEach(
            (name, tensor) -> {
              if (tensors.putIfAbsent(name, tensor) != null) {
                throw UserException.failed(
                    file.file() + " holds the tensor " + name + ", as another file does",
                    "fetch the model's files anew");
              }
            });
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }
}
