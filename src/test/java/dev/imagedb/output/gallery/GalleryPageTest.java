package dev.imagedb.output.gallery;

import static dev.imagedb.output.Pictures.broken;
import static dev.imagedb.output.Pictures.found;
import static dev.imagedb.output.Pictures.plain;
import static dev.imagedb.output.Pictures.tabby;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.image.ImageEncoder;
import dev.imagedb.image.RgbImage;
import dev.imagedb.output.Entry;
import dev.imagedb.output.RecordedConsole;
import dev.imagedb.photo.ContentHash;
import dev.imagedb.photo.Dimensions;
import dev.imagedb.photo.Photo;
import dev.imagedb.thumbnail.Thumbnail;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GalleryPageTest {
  private static final Thumbnail THUMBNAIL =
      new Thumbnail(ImageEncoder.jpeg(new RgbImage(3, 2, new byte[18])), new Dimensions(3, 2));

  @Test
  void tellsWhatWasFoundAndWhen() {
    assertThat(page("a cat", found(1, 0.31249, tabby())))
        .contains("<title>a cat – 1 picture</title>")
        .contains("<h1>a cat</h1>\n<p>1 picture, 2026-01-02</p>");
  }

  @Test
  void showsEachPictureWithItsScoreDateAndCamera() {
    String data = Base64.getEncoder().encodeToString(THUMBNAIL.jpeg());
    assertThat(page("a cat", found(1, 0.31249, tabby())))
        .contains("<a href=\"" + tabby().file().path().toUri() + "\">")
        .contains(
            "<img src=\"data:image/jpeg;base64,"
                + data
                + "\" alt=\"A cat, asleep\" width=\"3\" height=\"2\">")
        .contains("<span class=\"name\">tabby.jpg</span>")
        .contains("<span class=\"score\">0.3125</span>")
        .contains("<span class=\"when\">2019-07-01 12:00</span>")
        .contains("<span class=\"camera\">Canon EOS 5D</span>")
        .contains("<div><dt>iso</dt><dd>400</dd></div>");
  }

  @Test
  void mapsPicturesWhosePlaceIsKnown() {
    assertThat(page("a cat", found(1, 0.5, plain("/home/ann/a.png")), found(2, 0.4, tabby())))
        .contains("Where they were taken")
        .contains("data-pictures=\"1\" aria-label=\"1 picture at 48.86° N, 2.29° W\"");
    assertThat(page("a cat", found(1, 0.5, plain("/home/ann/a.png"))))
        .doesNotContain("Where they were taken");
  }

  @Test
  void takesStrangersWordsForWords() {
    Photo hostile = plain("/home/ann/<script>alert(1)<b>\" onload=\"x\u001b[2J\u202e.png");
    String page = page("</title><script>alert(2)</script>", new Entry.Listed(hostile));
    assertThat(page).doesNotContain("<script>alert", "\" onload=", "\u001b", "\u202e");
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;b&gt;&quot; onload=&quot;x\\x1b[2J\\u202e.png")
        .contains("<title>&lt;/title&gt;&lt;script&gt;alert(2)&lt;/script&gt; – 1 picture</title>");
  }

  @Test
  void allowsItsOwnStyleAndScriptAndNothingElse() {
    String page = page("a cat", found(1, 0.5, tabby()));
    assertThat(page)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src"
                + " data: file:; style-src 'sha256-"
                + hash(page, "style")
                + "'; script-src 'sha256-"
                + hash(page, "script")
                + "'; base-uri 'none'; form-action 'none'\">");
  }

  @Test
  void fetchesNothing() {
    String page = page("a cat", found(1, 0.5, tabby()));
    assertThat(Pattern.compile("(?:src|href)=\"[a-z]+:").matcher(page).results())
        .map(MatchResult::group)
        .isSubsetOf("src=\"data:", "href=\"" + tabby().file().path().toUri().getScheme() + ":");
    assertThat(page).doesNotContain("http://", "https://", "url(", "@import");
  }

  @Test
  void saysWhereThereIsNoPictureToShow() {
    Exhibit exhibit = new Exhibit(new Entry.Listed(broken("/home/ann/b.jpg")), Optional.empty());
    assertThat(page("all", List.of(exhibit)))
        .contains("<span class=\"nothing\">no preview</span>")
        .contains("<div><dt>unreadable</dt><dd>truncated</dd></div>");
  }

  @Test
  void saysWhereNothingWasFound() {
    assertThat(page("a cat")).contains("<p>0 pictures, 2026-01-02</p>", "Nothing was found.");
  }

  private static String hash(String page, String element) {
    String start = "<" + element + ">";
    String content =
        page.substring(page.indexOf(start) + start.length(), page.indexOf("</" + element + ">"));
    return Base64.getEncoder()
        .encodeToString(HexFormat.of().parseHex(ContentHash.of(content.getBytes(UTF_8))));
  }

  private static String page(String title, Entry... entries) {
    return page(
        title,
        Stream.of(entries).map(entry -> new Exhibit(entry, Optional.of(THUMBNAIL))).toList());
  }

  private static String page(String title, List<Exhibit> exhibits) {
    LocalDate made = LocalDate.parse("2026-01-02");
    GalleryPage page = new GalleryPage(title, made, RecordedConsole.piped().console());
    return new String(page.html(exhibits), UTF_8);
  }
}
