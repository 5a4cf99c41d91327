package dev.imagedb.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.Camera;
import dev.imagedb.photo.Description;
import dev.imagedb.photo.Exposure;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Orientation;
import dev.imagedb.photo.Photo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvPrinterTest {
  private static final String HEADER =
      "rank,score,vector,text,path,width,height,size,mtime,format,taken,make,camera,lens,iso,"
          + "aperture,exposure,focal,lat,lon,altitude,title,caption,keywords,labels,rating,comment,"
          + "artist,copyright,software,error\n";

  @Test
  void writesAllThatIsKnownOfAHit() {
    assertThat(printed(Pictures.found(1, 0.312345678, Pictures.tabby())))
        .isEqualTo(
            HEADER
                + "1,0.312346,0.312346,,/home/ann/photos/tabby.jpg,4000,3000,3456789,"
                + "2020-02-03T04:05:06.789Z,jpeg,2019-07-01T12:00:05+02:00,Canon,Canon EOS 5D,"
                + "EF 50mm,400,2.8,0.016666667,50,48.8584,-2.2945,35.5,Tabby,\"A cat, asleep\","
                + "cat; sofa,pet; asleep,5,soft light,Ann,(c) Ann,GIMP,\n");
  }

  @Test
  void leavesRankAndScoreOfAListEmpty() {
    assertThat(printed(new Entry.Listed(Pictures.broken("/b.jpg"))))
        .isEqualTo(
            HEADER
                + "\"\",,,,/b.jpg,,,3456789,2020-02-03T04:05:06.789Z,jpeg,"
                + ",,,,,,,,,,,,,,,,,,,,truncated\n");
  }

  @Test
  void printsTheHeaderEvenWhereNothingWasFound() {
    assertThat(printed()).isEqualTo(HEADER);
  }

  @Test
  void keepsSpreadsheetsFromTakingWordsForFormulas() {
    assertThat(printed(titled("=1+2"))).contains(",'=1+2,");
    assertThat(printed(titled("+1"))).contains(",'+1,");
    assertThat(printed(titled("-1"))).contains(",'-1,");
    assertThat(printed(titled("@SUM(A1)"))).contains(",'@SUM(A1),");
    assertThat(printed(titled("\t=1"))).contains("'\t=1");
  }

  @Test
  void quotesCommasQuotesAndLineBreaks() {
    assertThat(printed(titled("a \"b\",\nc"))).contains(",\"a \"\"b\"\",\nc\",");
  }

  @Test
  void escapesControlCharactersOnATerminalOnly() {
    RecordedConsole terminal = RecordedConsole.terminal(80);
    EntryPrinter.printAll(Stream.of(titled("a\u001b[2J")), OutputFormat.CSV, terminal.console());
    assertThat(terminal.printed()).contains(",a\\x1b[2J,");
    assertThat(printed(titled("a\u001b[2J"))).contains(",a\u001b[2J,");
  }

  private static Entry titled(String title) {
    Photo photo = Pictures.plain("/a.png");
    Description description = new Description(title, null, List.of(), null, null, null, null, null);
    Metadata metadata =
        new Metadata(
            null,
            Camera.UNKNOWN,
            Exposure.UNKNOWN,
            null,
            description,
            Orientation.UPRIGHT,
            List.of(),
            List.of());
    return new Entry.Listed(
        new Photo(
            photo.file(),
            photo.sha256(),
            photo.format(),
            photo.dimensions(),
            metadata,
            null,
            List.of(),
            null));
  }

  private static String printed(Entry... entries) {
    RecordedConsole recorded = RecordedConsole.piped();
    EntryPrinter.printAll(Stream.of(entries), OutputFormat.CSV, recorded.console());
    return recorded.printed();
  }
}
