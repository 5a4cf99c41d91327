package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhotoPrinterTest {
  private final RecordedConsole recorded = RecordedConsole.piped();
  private final PhotoPrinter printer = new PhotoPrinter(recorded.console());

  @Test
  void tellsAPersonAllThatIsKnown() {
    printer.printText(Pictures.tabby());
    assertThat(recorded.printed())
        .isEqualTo(
            """
            /home/ann/photos/tabby.jpg
              format       jpeg
              dimensions   4000 x 3000 (12.0 megapixels)
              orientation  stored turned to the left
              file size    3.5 MB
              modified     2020-02-03T04:05:06.789Z
              sha256       00ff
            taken
              at        2019-07-01T12:00:05+02:00
              where     48.8584, -2.2945
              altitude  35.5 m
            camera
              make          Canon
              model         Canon EOS 5D
              lens          EF 50mm
              iso           400
              aperture      f/2.8
              exposure      1/60 s
              focal length  50 mm
            description
              title      Tabby
              caption    A cat, asleep
              keywords   cat, sofa
              rating     5
              comment    soft light
              artist     Ann
              copyright  (c) Ann
              software   GIMP
            labels
              pet
              asleep
            damage
              GPS block ends early
            tags: Exif IFD0
              Make  Canon
            tags: XMP
              Rating  5
            """);
  }

  @Test
  void leavesOutGroupsThatHoldNothing() {
    printer.printText(Pictures.broken("/a\u001b.jpg"));
    assertThat(recorded.printed())
        .isEqualTo(
            """
            /a\\x1b.jpg
              unreadable  truncated
              format      jpeg
              file size   3.5 MB
              modified    2020-02-03T04:05:06.789Z
              sha256      22dd
            """);
  }

  @Test
  void tellsAProgramTheSameAndEveryTag() {
    printer.printJson(Pictures.tabby());
    assertThat(recorded.printed())
        .startsWith("{\n  \"path\": \"/home/ann/photos/tabby.jpg\",\n  \"width\": 4000,\n")
        .endsWith(
            """
              "software": "GIMP",
              "labels": [
                "pet",
                "asleep"
              ],
              "sha256": "00ff",
              "orientation": 6,
              "damage": [
                "GPS block ends early"
              ],
              "tags": [
                {
                  "group": "Exif IFD0",
                  "name": "Make",
                  "value": "Canon"
                },
                {
                  "group": "XMP",
                  "name": "Rating",
                  "value": "5"
                }
              ]
            }
            """);
  }
}
