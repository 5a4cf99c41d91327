package dev.imagedb.embed.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagedb.fault.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuiltinModelTest {
  @TempDir Path cache;

  @Test
  void unpacksItsFilesIntoAFolderThatNamesTheirVersion() throws IOException {
    Path folder = new BuiltinModel(cache).folder();

    assertThat(folder.getFileName().toString()).matches("builtin-[0-9a-f]{12}");
    assertThat(names(folder))
        .containsExactly(
            "MODEL_CARD.md",
            "open_clip_config.json",
            "open_clip_model.safetensors",
            "tokenizer.json",
            "tokenizer_config.json");
    assertThat(folder.resolve("open_clip_model.safetensors")).hasSize(24_629_396);
  }

  @Test
  void isUnpackedOnce() throws IOException {
    Path folder = new BuiltinModel(cache).folder();
    Files.writeString(folder.resolve("MODEL_CARD.md"), "touched");

    assertThat(new BuiltinModel(cache).folder()).isEqualTo(folder);
    assertThat(folder.resolve("MODEL_CARD.md")).hasContent("touched");
  }

  @Test
  void isUnpackedOnceByManyWhoNeedItAtTheSameTime() throws Exception {
    int users = 4;
    CountDownLatch ready = new CountDownLatch(users);
    Callable<Path> use =
        () -> {
          ready.countDown();
          ready.await();
          return new BuiltinModel(cache.resolve("new")).folder();
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
      List<Future<Path>> folders =
          Stream.generate(() -> use).limit(users).map(threads::submit).toList();
      Path folder = folders.getFirst().get();
      for (Future<Path> other : folders) {
        assertThat(other.get()).isEqualTo(folder);
      }
      assertThat(names(folder)).hasSize(5);
      assertThat(names(cache.resolve("new"))).containsExactly(folder.getFileName().toString());
    }
  }

  @Test
  void saysWhereItCannotBeUnpacked() throws IOException {
    Path file = Files.writeString(cache.resolve("file"), "in the way");

    assertThatThrownBy(() -> new BuiltinModel(file).folder())
        .isInstanceOf(UserException.class)
        .hasMessageContaining("the built-in model cannot be unpacked into " + file);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
