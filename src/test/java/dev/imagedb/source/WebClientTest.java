package dev.imagedb.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.UserException;
import dev.imagedb.source.FakeWeb.Request;
import dev.imagedb.source.PictureSource.Url;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the web may answer, and what comes of it.
@Timeout(20)
class WebClientTest {
  private static final Duration AMPLE = Duration.ofSeconds(15);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final PictureBytes SMALL = new PictureBytes(100, "100 bytes");

  /// What is looked at is where a picture begins.
  private static final byte[] GIF = "GIF89a and what follows".getBytes(US_ASCII);

  private static final byte[] HTML = "<!doctype html><p>Log in".getBytes(US_ASCII);

  private final FakeWeb web = new FakeWeb();

  @AfterEach
  void stop() {
    web.close();
  }

  @Test
  void fetchesAPictureWhateverItsServerCallsIt() throws IOException {
    web.answers("/cat", "text/plain", GIF);

    assertThat(fetch("/cat")).isEqualTo(GIF);
  }

  @Test
  void tellsTheServerNoMoreThanItMust() throws IOException {
    web.answers("/cat.gif", "image/gif", GIF);

    fetch("/cat.gif?size=large");

    assertThat(web.requests)
        .containsExactly(
            new Request(
                "GET /cat.gif?size=large", List.of("Accept: image/*", "User-agent: imagedb")));
  }

  @Test
  void takesAPictureOfUnknownLength() throws IOException {
    web.streams("/cat", "image/gif", out -> out.write(GIF));

    assertThat(fetch("/cat")).isEqualTo(GIF);
  }

  @Test
  void followsFiveRedirectsAndNoSixth() throws IOException {
    web.answers("/0", "image/gif", GIF);
    for (int left = 1; left <= 6; left++) {
      web.redirects("/" + left, String.valueOf(left - 1));
    }

    assertThat(fetch("/5")).isEqualTo(GIF);
    refuses("/6", "it redirects more than 5 times");
  }

  @Test
  void endsWhereARedirectLeadsBackToItself() {
    web.redirects("/loop", "/loop");

    refuses("/loop", "it redirects more than 5 times");
    assertThat(web.requests).hasSize(6);
  }

  @Test
  void asksNoAddressThatMayNotBeAskedAlsoAfterARedirect() {
    web.redirects("/out", web.at("/in").toString().replace("127.0.0.1", "127.0.0.2"));
    InetAddress only = InetAddress.ofLiteral("127.0.0.1");
    WebClient client = new WebClient(new Destination(only::equals), AMPLE, SMALL);

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> client.fetch(new Url(web.at("/out"))))
        .withMessage(
            "%s is not on the public internet (127.0.0.2)",
            web.at("/in").toString().replace("127.0.0.1", "127.0.0.2"));
    assertThat(web.requests).hasSize(1);
  }

  @Test
  void followsNoRedirectToAFile() {
    web.redirects("/out", "file:///etc/passwd");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> fetch("/out"))
        .withMessage("only http and https are fetched, not file:///etc/passwd");
  }

  @Test
  void namesTheTypeOfWhatIsNoPicture() {
    web.answers("/page", "text/html; charset=utf-8", HTML);

    refuses("/page", "its server answered with text/html, not with a picture");
  }

  @Test
  void namesTheStatusOfARefusal() {
    web.answersStatus("/gone", 404);
    web.answersStatus("/broken", 500);

    refuses("/gone", "its server answered with status 404");
    refuses("/broken", "its server answered with status 500");
  }

  @Test
  void refusesAnEmptyAnswer() {
    web.streams("/nothing", "image/png", _ -> {});

    refuses("/nothing", "it is empty");
  }

  @Test
  void believesALengthThatIsTooLarge() {
    web.promises("/large.gif", "image/gif", 101);

    refuses("/large.gif", "it is larger than 100 bytes");
  }

  @Test
  void breaksOffAPictureThatNeverEnds() {
    web.streams(
        "/endless.gif",
        "image/gif",
        out -> {
          while (true) {
            out.write(GIF);
          }
        });

    refuses("/endless.gif", "it is larger than 100 bytes");
  }

  @Test
  void breaksOffAPageThatNeverEnds() {
    web.streams(
        "/endless",
        "text/html",
        out -> {
          while (true) {
            out.write(HTML);
          }
        });

    refuses("/endless", "its server answered with text/html, not with a picture");
  }

  @Test
  void waitsForADrippingBodyNoLongerThanForAllOfIt() {
    web.streams(
        "/drip.gif",
        "image/gif",
        out -> {
          for (byte drop : GIF) {
            out.write(drop);
            out.flush();
            pause();
          }
        });
    WebClient hasty = new WebClient(Destination.ANYWHERE, SHORT, SMALL);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> hasty.fetch(new Url(web.at("/drip.gif"))))
        .withMessage("it did not end within 1 seconds");
  }

  @Test
  void saysThatNobodyAnswers() {
    URI before = web.at("/cat.gif");
    web.close();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new WebClient(Destination.ANYWHERE).fetch(new Url(before)))
        .withMessage("nobody answers there");
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] fetch(String path) throws IOException {
    return new WebClient(Destination.ANYWHERE, AMPLE, SMALL).fetch(new Url(web.at(path)));
  }

  private void refuses(String path, String reason) {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> fetch(path)).withMessage(reason);
  }
}
