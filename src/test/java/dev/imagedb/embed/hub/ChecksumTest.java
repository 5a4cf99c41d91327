package dev.imagedb.embed.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
  /// `printf 'hello\n' | sha256sum` and `printf 'hello\n' | git hash-object --stdin`.
  private static final Checksum SHA256 =
      new Checksum("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03");

  private static final Checksum GIT = new Checksum("ce013625030ba8dba906f756967f9e9ca394464a");

  @Test
  void agreesWithSha256sumAndGit(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "hello\n");

    assertThat(SHA256.of(file)).isEqualTo(SHA256);
    assertThat(GIT.of(file)).isEqualTo(GIT);
  }

  @Test
  void readsEtagsStrongAndWeak() {
    assertThat(Checksum.ofEtag("\"" + GIT.hex() + "\"")).contains(GIT);
    assertThat(Checksum.ofEtag("W/\"" + GIT.hex() + "\"")).contains(GIT);
    assertThat(Checksum.ofEtag(GIT.hex())).contains(GIT);
  }

  @Test
  void knowsNoEtagThatIsNoChecksum() {
    assertThat(Checksum.ofEtag("\"5f3e-18a\"")).isEmpty();
    assertThat(Checksum.ofEtag("\"../../" + GIT.hex() + "\"")).isEmpty();
    assertThatThrownBy(() -> new Checksum("../x")).isInstanceOf(IllegalArgumentException.class);
  }
}
