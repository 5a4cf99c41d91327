package dev.imagedb.metadata;

import com.drew.metadata.Directory;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.Metadata;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Collects the directories of blocks of which any may be damaged: what a block gave before it
/// failed is kept, and the next block is read as if nothing had happened.
final class Salvage {
  private static final int MAX_DAMAGE_LINES = 20;
  private static final int MAX_DAMAGE_LENGTH = 300;

  private final Metadata found = new Metadata();
  private final List<String> failures = new ArrayList<>();

  /// Reads one block into the directories it is given.
  @FunctionalInterface
  interface Block {
    void readInto(Metadata found) throws Exception;
  }

  /// Reads a block; its failure becomes a line of damage.
  ///
  /// Errors count as failures too: a block that nests without end overflows the stack, and one that
  /// lies about its size asks for more memory than there is, and the library asserts where it
  /// should check. None of it harms what was read before.
  void read(String name, Block block) {
    try {
      block.readInto(found);
    } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError failure) {
      damaged(name, reason(failure));
    }
  }

  /// Notes damage that was seen without an exception.
  void damaged(String name, String reason) {
    failures.add(name + ": " + reason);
  }

  Directories directories() {
    return new Directories(
        all().filter(directory -> !(directory instanceof ErrorDirectory)).toList());
  }

  /// What could not be read, a line each, without repetition.
  List<String> damage() {
    return Stream.concat(failures.stream(), all().flatMap(Salvage::errors))
        .map(line -> Texts.clean(line, MAX_DAMAGE_LENGTH).replace('\n', ' '))
        .distinct()
        .limit(MAX_DAMAGE_LINES)
        .toList();
  }

  private Stream<Directory> all() {
    return StreamSupport.stream(found.getDirectories().spliterator(), false);
  }

  private static Stream<String> errors(Directory directory) {
    return StreamSupport.stream(directory.getErrors().spliterator(), false)
        .map(error -> directory.getName() + ": " + error);
  }

  private static String reason(Throwable failure) {
    return switch (failure) {
      case StackOverflowError _ -> "nested too deeply";
      case OutOfMemoryError _ -> "claims more data than fits in memory";
      case Throwable other when other.getMessage() != null -> other.getMessage();
      case Throwable other -> other.getClass().getSimpleName();
    };
  }
}
