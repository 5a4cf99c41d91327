package dev.imagedb.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailCacheTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  /// Three of these fit into the share of a folder.
  private static final byte[] BYTES = new byte[100];

  @TempDir Path folder;

  @Test
  void givesBackWhatWasPut() {
    ThumbnailCache cache = cache(folder);
    cache.put(hash("aa01"), new byte[] {1, 2, 3});
    assertThat(cache.get(hash("aa01"))).contains(new byte[] {1, 2, 3});
    assertThat(cache.get(hash("aa02"))).isEmpty();
  }

  @Test
  void isTheSameForTheNextProcess() {
    cache(folder).put(hash("aa01"), BYTES);
    assertThat(cache(folder).get(hash("aa01"))).contains(BYTES);
  }

  @Test
  void letsTheLeastRecentlyUsedGo() throws IOException {
    ThumbnailCache cache = cache(folder);
    cache.put(hash("aa01"), BYTES);
    cache.put(hash("aa02"), BYTES);
    cache.put(hash("aa03"), BYTES);
    setUsed(hash("aa01"), NOW.minusSeconds(30));
    setUsed(hash("aa02"), NOW.minusSeconds(20));
    setUsed(hash("aa03"), NOW.minusSeconds(10));
    assertThat(cache.get(hash("aa01"))).isPresent();

    cache.put(hash("aa04"), BYTES);

    assertThat(cache.get(hash("aa02"))).isEmpty();
    assertThat(cache.get(hash("aa01"))).isPresent();
    assertThat(cache.get(hash("aa03"))).isPresent();
    assertThat(cache.get(hash("aa04"))).isPresent();
  }

  @Test
  void keepsNothingThatIsLargerThanItsShare() {
    ThumbnailCache cache = cache(folder);
    cache.put(hash("aa01"), BYTES);
    cache.put(hash("aa02"), new byte[301]);
    assertThat(cache.get(hash("aa01"))).isPresent();
    assertThat(cache.get(hash("aa02"))).isEmpty();
  }

  @Test
  void leavesNoUnfinishedFilesBehind() throws IOException {
    cache(folder).put(hash("aa01"), BYTES);
    try (var files = Files.list(folder.resolve("aa"))) {
      assertThat(files).containsExactly(folder.resolve("aa").resolve(hash("aa01") + ".jpg"));
    }
  }

  @Test
  void tellsCrawlsToPassItBy() throws IOException {
    cache(folder).put(hash("aa01"), BYTES);
    assertThat(folder.resolve(".imagedbignore")).hasContent("*");
  }

  @Test
  void readsNoFileWhoseNameIsNoHash() throws IOException {
    Files.createDirectories(folder.resolve("cache/.."));
    Files.write(folder.resolve("secret.jpg"), BYTES);
    assertThat(cache(folder.resolve("cache")).get("../secret")).isEmpty();
  }

  @Test
  void failsNobodyWhereItCannotWrite() throws IOException {
    ThumbnailCache cache = cache(Files.createFile(folder.resolve("file")));
    cache.put(hash("aa01"), BYTES);
    assertThat(cache.get(hash("aa01"))).isEmpty();
  }

  private static ThumbnailCache cache(Path folder) {
    return new ThumbnailCache(folder, 256 * 300, InstantSource.fixed(NOW));
  }

  private static String hash(String start) {
    return start + "0".repeat(64 - start.length());
  }

  private void setUsed(String hash, Instant time) throws IOException {
    Path file = folder.resolve(hash.substring(0, 2)).resolve(hash + ".jpg");
    Files.setLastModifiedTime(file, FileTime.from(time));
  }
}
