package dev.imagedb.store.lucene;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/// Runs what touches the index's files, and says in one line what went wrong with them.
///
/// @param location the database's folder, named in every message
record IndexAccess(Path location) {

  /// Something that touches files and gives a result.
  @FunctionalInterface
  interface Reading<T> {
    T run() throws IOException;
  }

  /// Something that touches files and gives none.
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  <T> T read(Reading<T> reading) {
    try {
      return reading.run();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  <T> T openToWrite(Reading<T> opening) {
    try {
      return opening.run();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw unwritable(e);
    } catch (IllegalStateException e) {
      // Lucene closes a writer that failed, a full disk for one, and gives the reason as the cause:
      // of an AlreadyClosedException, or, where a merge failed as it was committing, of this.
      if (e.getCause() instanceof IOException cause) {
        throw unwritable(cause);
      }
      throw e;
    }
  }

  UserException unreadable(IOException cause) {
    return switch (cause) {
      case IndexFormatTooNewException _, IndexFormatTooOldException _ ->
          failed("the database %s was written by another version of Lucene", null, cause);
      case CorruptIndexException _,
          EOFException _,
          FileNotFoundException _,
          NoSuchFileException _ ->
          failed(
              "the database %s is damaged: " + line(cause),
              "imagedb check --repair; if that fails, move it away and index anew: imagedb index FOLDER",
              cause);
      case AccessDeniedException _ ->
          failed("the database %s cannot be read: permission denied", null, cause);
      default -> failed("the database %s cannot be read: " + line(cause), remedy(cause), cause);
    };
  }

  UserException unwritable(IOException cause) {
    return switch (cause) {
      case LockObtainFailedException _ ->
          failed(
              "the database %s is being written by " + holder(),
              "the same with --wait, or when that is done",
              cause);
      case CorruptIndexException _, IndexFormatTooNewException _, IndexFormatTooOldException _ ->
          unreadable(cause);
      case AccessDeniedException _ ->
          failed("the database %s cannot be written: permission denied", null, cause);
      default -> failed("the database %s cannot be written: " + line(cause), remedy(cause), cause);
    };
  }

  /// For what has run out and can be had: the words are those of `errno(3)`.
  private static @Nullable String remedy(IOException cause) {
    String words = String.valueOf(cause.getMessage());
    if (words.endsWith("No space left on device") || words.endsWith("Disk quota exceeded")) {
      return "make room there, and do the same again: what was committed is there";
    }
    return words.endsWith("Too many open files")
        ? "allow more, and do the same again: ulimit -n 4096"
        : null;
  }

  private String holder() {
    return LockHolder.in(location).map(LockHolder::told).orElse("another process");
  }

  private UserException failed(String message, @Nullable String hint, IOException cause) {
    return new UserException(
        ExitCode.FAILED, message.replace("%s", location.toString()), hint, cause);
  }

  private static String line(IOException cause) {
    String message = cause.getMessage();
    return switch (cause) {
      case CorruptIndexException corrupt -> SegmentsCheck.reason(corrupt);
      default ->
          message == null
              ? cause.getClass().getSimpleName()
              : message.lines().findFirst().orElse("");
    };
  }
}
