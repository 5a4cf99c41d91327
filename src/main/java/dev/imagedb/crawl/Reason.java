package dev.imagedb.crawl;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Says in a few words, as in [dev.imagedb.photo.Skipped], why something could not be read.
public final class Reason {
  private Reason() {}

  public static String of(IOException failure) {
    return switch (failure) {
      case LateException late -> String.valueOf(late.getMessage());
      case AccessDeniedException _ -> "no permission to read it; grant it, or exclude it";
      case NoSuchFileException _ -> "it was gone before it could be read";
      case FileSystemException e when e.getReason() != null ->
          "it cannot be read: " + e.getReason();
      case IOException e -> "it cannot be read: " + e.getMessage();
    };
  }
}
