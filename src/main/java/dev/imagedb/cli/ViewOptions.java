package dev.imagedb.cli;

import dev.imagedb.fault.UserException;
import dev.imagedb.output.gallery.ContactSheet;
import dev.imagedb.output.preview.PreviewMode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Looking at the pictures themselves.
@Under("How they are printed")
final class ViewOptions {
  @Option(
      names = "--preview",
      arity = "0..1",
      paramLabel = "kitty|iterm|sixel|blocks",
      preprocessor = BestWay.class,
      description =
          "Show the pictures beside the hits: in the best way that the terminal knows, or in this"
              + " one.")
  private @Nullable PreviewMode preview;

  @Option(
      names = "--gallery",
      paramLabel = "FILE",
      description =
          "Write a page for browsers instead of a table, with all that it shows in one HTML file.")
  private @Nullable Path gallery;

  @Seldom
  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "Write a contact sheet instead of a table, a PNG.")
  private @Nullable Path sheet;

  @Seldom
  @Option(
      names = "--sheet-background",
      paramLabel = "white|black",
      description = "What it is drawn on. Default: white.")
  private ContactSheet.@Nullable Background background;

  @Option(
      names = "--open",
      description = "Open the first picture on the desktop, or the page or the sheet.")
  private boolean open;

  /// `--preview WORDS` must leave the words to the search.
  static final class BestWay extends OnlyAttached {
    BestWay() {
      super(PreviewMode.AUTO.name());
    }
  }

  /// Where pictures go, so that wrong usage is told before any are looked for.
  ///
  /// @param title what was asked for, in words; may be empty
  EntryOutput output(Program program, DatabaseOption database, FormatOptions format, String title) {
    if (preview != null && format.isChosen()) {
      throw UserException.usage(
          "--preview draws pictures beside a table, which another format was asked for instead of",
          "leave one of them out");
    }
    if (background != null && sheet == null) {
      throw UserException.usage("--sheet-background is of a contact sheet", "--sheet FILE");
    }
    return new EntryOutput(program, database, format, this, title.isEmpty() ? "Pictures" : title);
  }

  /// Ends the run where pictures are to be looked at that are not there.
  ///
  /// @param because why they are not, in words
  void requireNone(String because) {
    if (preview != null || gallery != null || sheet != null || open) {
      throw UserException.usage(
          because + ", so there are no pictures to look at",
          "leave out --preview, --gallery, --sheet and --open");
    }
  }

  Optional<PreviewMode> preview() {
    return Optional.ofNullable(preview);
  }

  Optional<Path> gallery() {
    return Optional.ofNullable(gallery);
  }

  Optional<Path> sheet() {
    return Optional.ofNullable(sheet);
  }

  ContactSheet.Background background() {
    return background == null ? ContactSheet.Background.WHITE : background;
  }

  boolean opens() {
    return open;
  }
}
