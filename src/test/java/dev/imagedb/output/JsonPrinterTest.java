package dev.imagedb.output;

import static dev.imagedb.output.Pictures.broken;
import static dev.imagedb.output.Pictures.found;
import static dev.imagedb.output.Pictures.plain;
import static dev.imagedb.output.Pictures.tabby;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.imagedb.store.Hit;
import dev.imagedb.store.Hit.Standing;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonPrinterTest {
  @Test
  void writesAllThatIsKnownOfAHit() {
    assertThat(printed(OutputFormat.JSON, found(1, 0.312345678, tabby())))
        .isEqualTo(
            """
            [
              {
                "rank": 1,
                "score": 0.312346,
                "path": "/home/ann/photos/tabby.jpg",
                "width": 4000,
                "height": 3000,
                "size": 3456789,
                "mtime": "2020-02-03T04:05:06.789Z",
                "format": "jpeg",
                "taken": "2019-07-01T12:00:05+02:00",
                "make": "Canon",
                "camera": "Canon EOS 5D",
                "lens": "EF 50mm",
                "iso": 400,
                "aperture": 2.8,
                "exposure": 0.016666667,
                "focal": 50,
                "gps": {
                  "lat": 48.8584,
                  "lon": -2.2945,
                  "altitude": 35.5
                },
                "title": "Tabby",
                "caption": "A cat, asleep",
                "keywords": [
                  "cat",
                  "sofa"
                ],
                "rating": 5,
                "comment": "soft light",
                "artist": "Ann",
                "copyright": "(c) Ann",
                "software": "GIMP",
                "labels": [
                  "pet",
                  "asleep"
                ]
              }
            ]
            """);
  }

  @Test
  void showsThePartsOfAFusedScore() {
    Entry both =
        new Entry.Found(
            new Hit(
                1,
                0.0327869,
                new Standing(0.25, 2),
                new Standing(7.1234567, 1),
                null,
                plain("/a.png")),
            true);
    Entry one =
        new Entry.Found(
            new Hit(2, 0.0161, new Standing(0.2, 3), null, null, plain("/b.png")), true);
    assertThat(printed(OutputFormat.JSONL, both, one))
        .isEqualTo(
            """
            {"rank":1,"score":0.0327869,"scores":{"vector":0.25,"text":7.12346},"path":"/a.png",\
            "width":640,"height":480,"size":3456789,"mtime":"2020-02-03T04:05:06.789Z",\
            "format":"png"}
            {"rank":2,"score":0.0161,"scores":{"vector":0.2},"path":"/b.png",\
            "width":640,"height":480,"size":3456789,"mtime":"2020-02-03T04:05:06.789Z",\
            "format":"png"}
            """);
  }

  @Test
  void saysWhyAPictureCouldNotBeRead() {
    assertThat(printed(OutputFormat.JSONL, new Entry.Listed(broken("/a.jpg"))))
        .isEqualTo(
            """
            {"path":"/a.jpg","size":3456789,"mtime":"2020-02-03T04:05:06.789Z","format":"jpeg",\
            "error":"truncated"}
            """);
  }

  @Test
  void isAnEmptyArrayWhereNothingWasFound() {
    assertThat(printed(OutputFormat.JSON)).isEqualTo("[]\n");
    assertThat(printed(OutputFormat.JSONL)).isEmpty();
  }

  @Test
  void escapesWhatATerminalWouldObeyAndMeansTheSame() {
    String name = "/a\u001b\u009b\u007f\u202e\u2028\n\"🐈猫.png";
    String line = printed(OutputFormat.JSONL, new Entry.Listed(plain(name)));
    assertThat(line)
        .startsWith("{\"path\":\"/a\\u001b\\u009b\\u007f\\u202e\\u2028\\n\\\"🐈猫.png\",");
    assertThat(JsonParser.parseString(line).getAsJsonObject().get("path").getAsString())
        .isEqualTo(name);
  }

  private static String printed(OutputFormat format, Entry... entries) {
    RecordedConsole recorded = RecordedConsole.piped();
    EntryPrinter.printAll(Stream.of(entries), format, recorded.console());
    return recorded.printed();
  }
}
