package dev.imagedb.output.gallery;

import dev.imagedb.image.ImageEncoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.output.Console;
import dev.imagedb.output.Quantities;
import dev.imagedb.output.TableColumn;
import dev.imagedb.photo.Photo;
import dev.imagedb.thumbnail.Thumbnail;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// Pictures in rows, with their names and scores below, as photographers' labs print them.
public final class ContactSheet {
  /// As many as make a picture that programs still open: sixty rows.
  public static final int MOST = 300;

  private static final int FEWEST_COLUMNS = 3;
  private static final int MOST_COLUMNS = 5;
  private static final int CELL_WIDTH = 300;
  private static final int HIGHEST_PICTURE = 260;
  private static final int CAPTION_HEIGHT = 52;
  private static final int GAP = 28;
  private static final int MARGIN = 48;
  private static final int HEADER_HEIGHT = 84;

  /// What a sheet is drawn on.
  public enum Background {
    WHITE(new Color(0xffffff), new Color(0x1a1a1a), new Color(0x666666), new Color(0xe4e4e4)),
    BLACK(new Color(0x000000), new Color(0xf0f0f0), new Color(0x9a9a9a), new Color(0x2c2c2c));

    private final Color paper;
    private final Color ink;
    private final Color faint;
    private final Color line;

    Background(Color paper, Color ink, Color faint, Color line) {
      this.paper = paper;
      this.ink = ink;
      this.faint = faint;
      this.line = line;
    }
  }

  private final String title;
  private final LocalDate made;
  private final Background background;
  private final Console console;

  /// @param title what was searched for, in words
  /// @param made when it was searched for
  /// @param console for the words in which it would tell of the same pictures
  public ContactSheet(String title, LocalDate made, Background background, Console console) {
    this.title = title;
    this.made = made;
    this.background = background;
    this.console = console;
  }

  /// A picture and what is written below it.
  private record Cell(Optional<RgbImage> picture, String name, String facts) {
    int height() {
      return picture.map(RgbImage::height).orElse(HIGHEST_PICTURE / 2);
    }
  }

  /// The sheet, a PNG.
  ///
  /// @throws dev.imagedb.fault.UserException where Java finds no fonts
  public byte[] png(List<Exhibit> exhibits) {
    int columns = Math.clamp(exhibits.size(), FEWEST_COLUMNS, MOST_COLUMNS);
    List<List<Cell>> rows =
        exhibits.stream().map(this::cell).gather(Gatherers.windowFixed(columns)).toList();
    int width = 2 * MARGIN + columns * (CELL_WIDTH + GAP) - GAP;
    int height = MARGIN + HEADER_HEIGHT + rows.stream().mapToInt(ContactSheet::height).sum();
    BufferedImage sheet =
        new BufferedImage(width, height + MARGIN - GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sheet.createGraphics();
    try {
      prepare(pen, sheet);
      drawHeader(new Lettering(pen), exhibits.size(), width - 2 * MARGIN);
      drawRows(pen, rows);
    } finally {
      pen.dispose();
    }
    return ImageEncoder.png(sheet);
  }

  private static int height(List<Cell> row) {
    return picturesHeight(row) + CAPTION_HEIGHT + GAP;
  }

  private static int picturesHeight(List<Cell> row) {
    return row.stream().mapToInt(Cell::height).max().orElse(0);
  }

  private Cell cell(Exhibit exhibit) {
    Photo photo = exhibit.entry().photo();
    Map<TableColumn, String> cells = TableColumn.cells(exhibit.entry(), console);
    String facts =
        Stream.of(TableColumn.RANK, TableColumn.SCORE, TableColumn.TAKEN)
            .map(column -> cells.getOrDefault(column, ""))
            .filter(fact -> !fact.isEmpty())
            .reduce((left, right) -> left + " · " + right)
            .orElse("");
    return new Cell(exhibit.thumbnail().flatMap(ContactSheet::pixels), console.name(photo), facts);
  }

  private static Optional<RgbImage> pixels(Thumbnail thumbnail) {
    return thumbnail.pixels(CELL_WIDTH, HIGHEST_PICTURE);
  }

  private void prepare(Graphics2D pen, BufferedImage sheet) {
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    pen.setColor(background.paper);
    pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
  }

  private void drawHeader(Lettering letters, int count, int width) {
    letters.write(title, Lettering.Size.TITLE, background.ink, MARGIN, MARGIN + 26, width);
    String below = Quantities.count(count, "picture") + " · " + made;
    letters.write(below, Lettering.Size.TEXT, background.faint, MARGIN, MARGIN + 54, width);
  }

  private void drawRows(Graphics2D pen, List<List<Cell>> rows) {
    int top = MARGIN + HEADER_HEIGHT;
    for (List<Cell> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        draw(pen, row.get(column), MARGIN + column * (CELL_WIDTH + GAP), top, picturesHeight(row));
      }
      top += height(row);
    }
  }

  private void draw(Graphics2D pen, Cell cell, int left, int top, int room) {
    Lettering letters = new Lettering(pen);
    cell.picture()
        .ifPresentOrElse(
            picture ->
                pen.drawImage(
                    ImageEncoder.buffered(picture),
                    left + (CELL_WIDTH - picture.width()) / 2,
                    top + (room - picture.height()) / 2,
                    null),
            () -> drawNothing(pen, left, top, room));
    int below = top + room + 22;
    letters.writeCentred(cell.name(), Lettering.Size.NAME, background.ink, left, below, CELL_WIDTH);
    letters.writeCentred(
        cell.facts(), Lettering.Size.TEXT, background.faint, left, below + 20, CELL_WIDTH);
  }

  private void drawNothing(Graphics2D pen, int left, int top, int room) {
    pen.setColor(background.line);
    pen.drawRect(left, top, CELL_WIDTH - 1, room - 1);
    new Lettering(pen)
        .writeCentred(
            "no preview", Lettering.Size.TEXT, background.faint, left, top + room / 2, CELL_WIDTH);
  }
}
