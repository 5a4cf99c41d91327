package dev.imagedb.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagedb.photo.FileFacts;
import dev.imagedb.photo.ImageFormat;
import dev.imagedb.photo.Metadata;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.lucene.LuceneStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoIdTest {
  private static final VectorSpace SPACE = new VectorSpace("toy", "ab", 2, "as it is");

  @TempDir Path folder;

  @Test
  void isShortAndSaysNothingOfThePath() {
    Photo photo = photo("holidays/cat.jpg", "ab");

    assertThat(PhotoId.of(photo).toString()).matches("(ab){12}[0-9a-f]{8}");
    assertThat(PhotoId.parse(PhotoId.of(photo).toString())).contains(PhotoId.of(photo));
    assertThat(PhotoId.parse("../../etc/passwd")).isEmpty();
    assertThat(PhotoId.parse("A".repeat(32))).isEmpty();
  }

  @Test
  void tellsCopiesApart() {
    Photo one = photo("one.jpg", "ab");
    Photo other = photo("other.jpg", "ab");
    try (PhotoReader photos = keeping(one, other, photo("third.jpg", "cd"))) {
      assertThat(PhotoId.of(one).in(photos)).contains(one);
      assertThat(PhotoId.of(other).in(photos)).contains(other);
    }
  }

  @Test
  void leadsToWhereThePictureHasMoved() {
    Photo moved = photo("elsewhere.jpg", "ab");
    try (PhotoReader photos = keeping(moved)) {
      assertThat(PhotoId.of(photo("before.jpg", "ab")).in(photos)).contains(moved);
      assertThat(PhotoId.of(photo("before.jpg", "ef")).in(photos)).isEmpty();
    }
  }

  private PhotoReader keeping(Photo... photos) {
    LuceneStore store = new LuceneStore(folder.resolve("db"));
    try (PhotoWriter writer = store.writer(SPACE, false)) {
      List.of(photos).forEach(photo -> writer.put(photo, new float[] {1, 0}));
      writer.commit();
    }
    return store.reader();
  }

  private Photo photo(String name, String digits) {
    return new Photo(
        new FileFacts(folder.resolve(name), 10, Instant.EPOCH),
        digits.repeat(32),
        ImageFormat.JPEG,
        null,
        Metadata.NONE,
        null,
        List.of(),
        null);
  }
}
