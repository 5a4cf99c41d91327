package dev.imagedb.store.lucene;

import static dev.imagedb.store.lucene.TestPhotos.bare;
import static dev.imagedb.store.lucene.TestPhotos.full;
import static dev.imagedb.store.lucene.TestPhotos.unreadable;
import static dev.imagedb.store.lucene.TestPhotos.withTitle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.CaptureTime;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each form of the language finds among five pictures:
///
/// - `opera.jpg`: everything is written in it, see [TestPhotos#full]
/// - `canon.png`: Canon EOS 5D, at 1/60 s and f/1.8, 2020-06-30 23:59:59, 5 metres below the sea
/// - `title.jpg`: just a title, `Harbour at Night`
/// - `bare.tif`: nothing
/// - `broken.png`: could not be read
class WhereQueryTest {
  private static final Clock NOON_IN_SYDNEY =
      Clock.fixed(Instant.parse("2020-07-01T02:00:00Z"), ZoneId.of("Australia/Sydney"));

  @TempDir private static Path folder;
  private static Findable pictures;

  @BeforeAll
  static void write() {
    Path photos = folder.resolve("holiday 2019");
    pictures =
        Findable.of(
            folder.resolve("database"),
            List.of(
                full(photos.resolve("opera.jpg")),
                canon(photos.resolve("canon.png")),
                withTitle(folder.resolve("title.jpg"), "Harbour at Night"),
                bare(folder.resolve("bare.tif")),
                unreadable(folder.resolve("broken.png"), "it ends early")));
  }

  private static Photo canon(Path path) {
    return TestPhotos.with(
        path,
        new Metadata(
            new CaptureTime(LocalDateTime.parse("2020-06-30T23:59:59"), ZoneOffset.UTC),
            new Camera("Canon", "Canon EOS 5D", null),
            new Exposure(100, 1.8, 166_667 / 1e7, 50.0),
            new Place(48.85, 2.29, -5.0),
            Description.NONE,
            Orientation.UPRIGHT,
            List.of(),
            List.of()));
  }

  @AfterAll
  static void close() throws IOException {
    pictures.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          camera:X100V                        ; opera.jpg
          camera:"X100V"                      ; opera.jpg
          camera:x100*                        ; opera.jpg
          camera:100                          ; opera.jpg
          camera:"canon 5d"~1                 ; canon.png
          camera:"canon 5d"                   ;
          camera:(canon 5d)                   ; canon.png
          model:EOS                           ; canon.png
          title:*arbou?                       ; title.jpg
          title:harbur~                       ; title.jpg
          title:harbur                        ;
          title:/harb.*r/                     ; title.jpg
          TITLE:Harbour                       ; title.jpg
          title:[a TO b]                      ; title.jpg
          harbour night                       ; title.jpg
          harbour sydney                      ;
          keyword:brulee                      ; opera.jpg
          keywords:crème                      ; opera.jpg
          lens:"23mm f/2"                     ; opera.jpg
          error:early                         ; broken.png
          title:"..."                         ;
          """)
  void findsWords(String query, String names) {
    assertFinds(query, names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          ext:PNG                             ; broken.png canon.png
          extension:p*                        ; broken.png canon.png
          ext:(jpg OR tif)                    ; bare.tif opera.jpg title.jpg
          format:tiff                         ; opera.jpg
          status:error                        ; broken.png
          path:*holiday*                      ; canon.png opera.jpg
          path:*Holiday*                      ;
          path:*/*2019/opera.jpg              ; opera.jpg
          path:/.*a\\.(jpg|png)/              ; opera.jpg
          (path:/.*a\\.(jpg|png)/)            ; opera.jpg
          path:/no/such/place/                ;
          folder:*2019                        ; canon.png opera.jpg
          sha256:0*0000002A                   ; opera.jpg
          """)
  void findsWholes(String query, String names) {
    assertFinds(query, names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          iso:800                             ; opera.jpg
          iso:[800 TO *]                      ; opera.jpg
          iso:{100 TO 800}                    ;
          iso:{100 TO 800]                    ; opera.jpg
          iso:[* TO *]                        ; canon.png opera.jpg
          iso:>100                            ; opera.jpg
          iso:>=100                           ; canon.png opera.jpg
          iso:<800                            ; canon.png
          iso:<=100                           ; canon.png
          iso:(100 OR 800)                    ; canon.png opera.jpg
          rating:-1                           ; opera.jpg
          size:5GB                            ; opera.jpg
          size:>4.9g                          ; opera.jpg
          size:[1k TO 1.3kB]                  ; bare.tif canon.png title.jpg
          size:<1KiB                          ; broken.png
          f:2.8                               ; opera.jpg
          aperture:f/2.8                      ; opera.jpg
          fnumber:<f/2                        ; canon.png
          exposure:1/60                       ; canon.png
          exposure:"1/60"                     ; canon.png
          exposure:[1/60 TO *]                ; canon.png
          exposure:>1/60                      ;
          exposure:[1/250 TO 1/60s}           ; opera.jpg
          shutter:0.004s                      ; opera.jpg
          focal:50mm                          ; canon.png
          altitude:-5                         ; canon.png
          altitude:<=-4.5m                    ; canon.png opera.jpg
          altitude:[-5 TO -4.6]               ; canon.png
          width:>=6000 AND height:4000        ; opera.jpg
          aspect:1.5                          ; opera.jpg
          """)
  void comparesNumbers(String query, String names) {
    assertFinds(query, names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          taken:2019                          ; opera.jpg
          year:2019                           ; opera.jpg
          taken:2019-07-01T12:30              ; opera.jpg
          taken:"2019-07-01T12:31"            ;
          taken:[2019 TO 2020-06]             ; canon.png opera.jpg
          taken:[2019 TO 2020-06-29]          ; opera.jpg
          taken:{2019 TO *]                   ; canon.png
          taken:[2019 TO 2020-06-30}          ; opera.jpg
          taken:[2020-06-30T23:59 TO *]       ; canon.png
          taken:>2019                         ; canon.png
          taken:<2020                         ; opera.jpg
          date:<=2020-06                      ; canon.png opera.jpg
          taken:yesterday                     ; canon.png
          taken:today                         ;
          taken:[366d TO 2019-12]             ; opera.jpg
          """)
  void readsDatesAsTheCamerasClockShowedThem(String query, String names) {
    assertFinds(query, names);
  }

  /// All were changed at 04:05:06.789 UTC, when clocks in Sydney showed 15:05.
  @ParameterizedTest
  @CsvSource({
    "mtime:2020-02-03T15:05, 5",
    "mtime:2020-02-03T04:05, 0",
    "mtime:[2020-02-03T15:05:06 TO 2020-02-03T15:05:06], 5",
    "mtime:{2020-02-03T15:05:06 TO *], 0"
  })
  void readsTheDatesOfFilesInTheGivenTimeZone(String query, int count) {
    assertThat(names(query)).hasSize(count);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          taken:*                             ; canon.png opera.jpg
          gps:*                               ; canon.png opera.jpg
          title:*                             ; opera.jpg title.jpg
          keywords:*                          ; opera.jpg
          error:*                             ; broken.png
          labels:*                            ;
          width:*                             ; bare.tif canon.png opera.jpg title.jpg
          sha256:* AND path:* AND text:opera* ; opera.jpg
          *:*                                 ; bare.tif broken.png canon.png opera.jpg title.jpg
          """)
  void findsWhatHasAValue(String query, String names) {
    assertFinds(query, names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          NOT ext:png                         ; bare.tif opera.jpg title.jpg
          -ext:png                            ; bare.tif opera.jpg title.jpg
          NOT taken:* NOT status:error        ; bare.tif title.jpg
          iso:800 OR ext:tif                  ; bare.tif opera.jpg
          iso:800 OR NOT ext:jpg              ; bare.tif broken.png canon.png opera.jpg
          ext:jpg AND iso:800 OR ext:tif      ; bare.tif opera.jpg
          ext:tif OR ext:jpg AND iso:800      ; bare.tif opera.jpg
          ext:tif OR ext:jpg iso:800          ; bare.tif opera.jpg
          (ext:tif OR ext:jpg) iso:800        ; opera.jpg
          ext:jpg && (iso:100 || iso:800)     ; opera.jpg
          +ext:jpg -iso:800                   ; title.jpg
          NOT (ext:png OR ext:jpg)            ; bare.tif
          iso:(NOT 800)^2                     ; bare.tif broken.png canon.png title.jpg
          """)
  void bindsAndMoreTightlyThanOr(String query, String names) {
    assertFinds(query, names);
  }

  private static void assertFinds(String query, String names) {
    assertThat(names(query)).isEqualTo(names == null ? List.of() : List.of(names.split(" ")));
  }

  private static List<String> names(String query) {
    return pictures.names(WhereQuery.of(query, NOON_IN_SYDNEY));
  }
}
