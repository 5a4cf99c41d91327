package dev.imagedb.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagedb.fault.ExitCode;
import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/cat.jpg",
        "http://127.1/cat.jpg",
        "http://2130706433/cat.jpg",
        "http://[::1]:8080/",
        "http://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/"
      })
  void isNotThisMachineHoweverItIsWritten(String address) {
    URI uri = URI.create(address);

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Destination.PUBLIC.requireOpen(uri))
        .withMessageStartingWith(address + " is not on the public internet (")
        .satisfies(
            refused -> assertThat(refused.hint()).contains("--allow-private, if you trust it"));
    assertThatCode(() -> Destination.ANYWHERE.requireOpen(uri)).doesNotThrowAnyException();
  }

  @Test
  void mayBeAnAddressOfTheInternet() {
    assertThatCode(() -> Destination.PUBLIC.requireOpen(URI.create("https://1.1.1.1/cat.jpg")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://example.org/cat.jpg, 'only http and https are fetched, not ftp://example.org/cat.jpg'",
    "https:///cat.jpg, no host can be told from https:///cat.jpg",
    "http://example.org:70000/, no host can be told from http://example.org:70000/",
    "https://ann:secret@example.org/, 'no name and password are sent: leave out what stands before"
        + " the @ of example.org'"
  })
  void isAHostOnTheWebAndNothingElse(String address, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Destination.requireWellFormed(URI.create(address)))
        .withMessage(message)
        .satisfies(refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
  }

  @Test
  void isSoughtFromWhereARedirectCameFrom() throws IOException {
    URI from = URI.create("https://example.org/a/b?c");

    assertThat(Destination.PUBLIC.redirected(from, "../cat.jpg"))
        .isEqualTo(URI.create("https://example.org/cat.jpg"));
    assertThat(Destination.PUBLIC.redirected(from, "//example.com/"))
        .isEqualTo(URI.create("https://example.com/"));
  }

  @Test
  void staysEncryptedOnceItIs() throws IOException {
    URI secure = URI.create("https://example.org/");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Destination.ANYWHERE.redirected(secure, "http://example.org/cat.jpg"))
        .withMessage(
            "https://example.org/ leads from https to http, where anybody may have written the"
                + " answer");
    assertThat(
            Destination.PUBLIC.redirected(
                URI.create("http://example.org/"), "https://example.org/cat.jpg"))
        .isEqualTo(URI.create("https://example.org/cat.jpg"));
  }

  @Test
  void isNoAddressThatCannotBeOne() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> Destination.PUBLIC.redirected(URI.create("https://example.org/"), "https://a b"))
        .withMessage("it redirects to what is no address");
  }
}
