package dev.imagedb.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PathKeysTest {
  @Test
  void areRelativeUnderThePortableDatabasesParent() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      PathKeys keys = new PathKeys(unix.getPath("/drive/.imagedb"));

      assertKey(keys, unix.getPath("/drive/2019/a.jpg"), "2019/a.jpg");
      assertKey(keys, unix.getPath("/drive/back\\slash.jpg"), "back\\slash.jpg");
      assertKey(keys, unix.getPath("/drive"), "");
    }
  }

  @Test
  void areAbsoluteOutsideOfIt() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      PathKeys keys = new PathKeys(unix.getPath("/drive/.imagedb"));

      assertKey(keys, unix.getPath("/drive2/a.jpg"), "/drive2/a.jpg");
      assertKey(keys, unix.getPath("/a.jpg"), "/a.jpg");
    }
  }

  @Test
  void areAbsoluteInADatabaseOfAnotherName() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      PathKeys keys = new PathKeys(unix.getPath("/drive/database"));

      assertKey(keys, unix.getPath("/drive/2019/a.jpg"), "/drive/2019/a.jpg");
    }
  }

  @Test
  void joinNamesBySlashesOnWindowsToo() throws IOException {
    try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
      PathKeys keys = new PathKeys(windows.getPath("C:\\drive\\.imagedb"));

      assertKey(keys, windows.getPath("C:\\drive\\2019\\a.jpg"), "2019/a.jpg");
      assertKey(keys, windows.getPath("C:\\other\\a.jpg"), "C:\\other\\a.jpg");
    }
  }

  @Test
  void followThePortableDatabaseToAnotherFolder() throws IOException {
    try (FileSystem unix = Jimfs.newFileSystem(Configuration.unix())) {
      String key =
          new PathKeys(unix.getPath("/drive/.imagedb")).key(unix.getPath("/drive/2019/a.jpg"));

      assertThat(new PathKeys(unix.getPath("/media/disk/.imagedb")).path(key))
          .isEqualTo(unix.getPath("/media/disk/2019/a.jpg"));
    }
  }

  private static void assertKey(PathKeys keys, Path path, String key) {
    assertThat(keys.key(path)).isEqualTo(key);
    assertThat(keys.path(key)).isEqualTo(path);
  }
}
