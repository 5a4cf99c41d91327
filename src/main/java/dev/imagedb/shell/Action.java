package dev.imagedb.shell;

import java.nio.file.Path;
import java.util.List;

/// What a line asks for.
sealed interface Action {
  /// A command line, without the program's name.
  record Run(List<String> words) implements Action {
    public Run {
      words = List.copyOf(words);
    }
  }

  /// To show a picture in the desktop's viewer.
  record Open(Path picture) implements Action {}

  /// To tell what can be typed.
  record Help() implements Action {}

  record Leave() implements Action {}

  /// Nothing: an empty line or a comment.
  record Rest() implements Action {}
}
