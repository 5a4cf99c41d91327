package dev.imagedb.ingest;

import dev.imagedb.crawl.CrawlRequest;
import dev.imagedb.embed.Embedder;
import dev.imagedb.image.ImageDecoder;
import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Skipped;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.StoreStatus;
import dev.imagedb.store.lucene.LuceneStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// A folder of small drawn pictures, and the database of it.
///
/// @param folder of the pictures
/// @param store beside it
record Library(Path folder, PhotoStore store) {
  static final Instant DRAWN = Instant.parse("2024-05-06T07:08:09Z");
  private static final int SIDE = 8;

  static Library in(Path temporary) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("pictures"));
    return new Library(folder, new LuceneStore(temporary.resolve("db")));
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /// Draws a picture of one colour.
  Path draw(String name, int colour) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, colour);
    }
    Path path = path(name);
    Files.createDirectories(path.getParent());
    ImageIO.write(image, "png", path.toFile());
    return touch(path, DRAWN);
  }

  /// Draws pictures `0.png`, `1.png`, …, no two alike.
  void drawMany(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      draw(i + ".png", i * 0x010503);
    }
  }

  static Path touch(Path path, Instant time) throws IOException {
    return Files.setLastModifiedTime(path, FileTime.from(time));
  }

  IndexReport index(Embedder embedder) {
    return index(embedder, request(folder));
  }

  IndexReport index(Embedder embedder, IndexRequest request) {
    return index(embedder, request, IndexProgress.SILENT, new Cancellation());
  }

  IndexReport index(
      Embedder embedder, IndexRequest request, IndexProgress progress, Cancellation cancellation) {
    return indexer(embedder).index(request, progress, cancellation, _ -> {});
  }

  Indexer indexer(Embedder embedder) {
    return new Indexer(store, () -> embedder, new ImageDecoder(1_000_000));
  }

  /// One worker, so that everything happens in the order of names.
  static IndexRequest request(Path... roots) {
    return request(CrawlRequest.of(roots));
  }

  static IndexRequest request(CrawlRequest crawl) {
    return new IndexRequest(crawl, false, true, true, 1);
  }

  static IndexRequest forced(Path... roots) {
    return new IndexRequest(CrawlRequest.of(roots), true, true, true, 1);
  }

  static IndexRequest unpruned(Path... roots) {
    return new IndexRequest(CrawlRequest.of(roots), false, false, true, 1);
  }

  static CrawlRequest including(Path root, String glob) {
    return new CrawlRequest(List.of(root), List.of(glob), List.of(), Set.of(), false, false);
  }

  static CrawlRequest followingLinks(Path root) {
    return new CrawlRequest(List.of(root), List.of(), List.of(), Set.of(), false, true);
  }

  /// The names of all that is stored, relative to the folder.
  List<String> stored() {
    try (PhotoReader reader = store.reader();
        Stream<Photo> all = reader.all()) {
      return all.map(photo -> folder.relativize(photo.file().path()).toString()).toList();
    }
  }

  Optional<Photo> find(Path path) {
    try (PhotoReader reader = store.reader()) {
      return reader.find(path);
    }
  }

  List<Skipped> skipped() {
    try (PhotoReader reader = store.reader()) {
      return reader.skipped();
    }
  }

  StoreStatus status() {
    try (PhotoReader reader = store.reader()) {
      return reader.status();
    }
  }
}
