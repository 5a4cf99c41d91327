package dev.imagedb.cli;

import dev.imagedb.desktop.DesktopViewer;
import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import dev.imagedb.file.WholeFile;
import dev.imagedb.output.Console;
import dev.imagedb.output.Entry;
import dev.imagedb.output.EntryPrinter;
import dev.imagedb.output.Quantities;
import dev.imagedb.output.gallery.ContactSheet;
import dev.imagedb.output.gallery.Exhibit;
import dev.imagedb.output.gallery.GalleryPage;
import dev.imagedb.output.preview.PreviewPrinter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where pictures go: as text or with previews to standard output; or, where files were asked for,
/// into those, and to standard output only in a format that was asked for, too. And from there onto
/// the desktop.
final class EntryOutput {
  private final Program program;
  private final DatabaseOption database;
  private final FormatOptions format;
  private final ViewOptions view;
  private final String title;
  private final @Nullable PreviewPrinter previews;

  /// @throws UserException where that cannot be done
  EntryOutput(
      Program program,
      DatabaseOption database,
      FormatOptions format,
      ViewOptions view,
      String title) {
    this.program = program;
    this.database = database;
    this.format = format;
    this.view = view;
    this.title = title;
    this.previews =
        view.preview()
            .map(
                mode ->
                    new PreviewPrinter(
                        mode, program.console(), program.variables(), program.thumbnails(database)))
            .orElse(null);
    view.gallery().ifPresent(file -> requireFolder(file, "--gallery"));
    view.sheet().ifPresent(file -> requireFolder(file, "--sheet"));
  }

  /// Puts all of them there, and closes the stream.
  void put(Stream<Entry> entries) {
    AtomicReference<@Nullable Path> first = new AtomicReference<>();
    Stream<Entry> noted =
        entries.peek(entry -> first.compareAndSet(null, entry.photo().file().path()));
    if (view.gallery().isEmpty() && view.sheet().isEmpty()) {
      print(noted);
    } else {
      write(noted);
    }
    if (view.opens()) {
      open(first.get());
    }
  }

  private void print(Stream<Entry> entries) {
    if (previews == null) {
      EntryPrinter.printAll(entries, format.format(), program.console());
    } else {
      previews.printAll(entries);
    }
  }

  private void write(Stream<Entry> entries) {
    List<Entry> all = few(entries);
    List<Exhibit> exhibits = Exhibit.all(all.stream(), program.thumbnails(database));
    LocalDate today = LocalDate.now(program.clock());
    Console console = program.console();
    if (format.isChosen() || previews != null) {
      print(all.stream());
    }
    ContactSheet sheet = new ContactSheet(title, today, view.background(), console);
    view.sheet().ifPresent(file -> write(file, exhibits, sheet::png));
    GalleryPage page = new GalleryPage(title, today, console);
    view.gallery().ifPresent(file -> write(file, exhibits, page::html));
  }

  private List<Entry> few(Stream<Entry> entries) {
    int most = view.sheet().isPresent() ? ContactSheet.MOST : GalleryPage.MOST;
    List<Entry> all = entries.limit(most + 1L).toList();
    if (all.size() > most) {
      throw UserException.usage(
          "%s holds at most %,d pictures, and there are more"
              .formatted(view.sheet().isPresent() ? "a contact sheet" : "a gallery", most),
          "-k " + most);
    }
    return all;
  }

  private void write(Path file, List<Exhibit> exhibits, Function<List<Exhibit>, byte[]> content) {
    byte[] bytes = content.apply(exhibits);
    Path target = resolved(file);
    try {
      WholeFile.write(target, bytes);
    } catch (IOException e) {
      String message = "%s cannot be written: %s".formatted(file, reason(e));
      throw new UserException(ExitCode.FAILED, message, "choose another place for it", e);
    }
    String pictures = Quantities.count(exhibits.size(), "picture");
    program.console().warn("%s: %s, %s".formatted(file, pictures, Quantities.bytes(bytes.length)));
  }

  /// In words: the messages of most name a file that was never asked for.
  private static String reason(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "access denied";
      case FileSystemException told when told.getReason() != null -> told.getReason();
      case FileSystemException _ -> "its folder takes no files";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private void requireFolder(Path file, String option) {
    Path target = resolved(file);
    if (Files.isDirectory(target)) {
      throw UserException.usage(file + " is a folder", option + " FILE");
    }
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw UserException.usage(
          "there is no folder for %s to be written in".formatted(file), "mkdir -p " + folder);
    }
  }

  private Path resolved(Path file) {
    return program.console().workingDirectory().resolve(file).normalize();
  }

  private void open(@Nullable Path first) {
    Optional<Path> shown =
        view.gallery().or(view::sheet).map(this::resolved).or(() -> Optional.ofNullable(first));
    shown.ifPresentOrElse(
        file -> new DesktopViewer(program.variables()).open(file),
        () -> program.console().warn("nothing was found to be opened"));
  }
}
