package dev.imagedb.store.lucene;

import dev.imagedb.store.Backup;
import dev.imagedb.store.Damage;
import dev.imagedb.store.Health;
import dev.imagedb.store.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;

/// Looks after one index. First whether its segments can be read (`SegmentsCheck`), then, where all
/// can, whether their documents agree with each other (`DocumentsCheck`).
final class LuceneUpkeep implements Upkeep {
  private final DatabaseFolder folder;
  private final IndexAccess access;
  private final Patience patience;

  LuceneUpkeep(DatabaseFolder folder, Patience patience) {
    this.folder = folder;
    this.access = folder.access();
    this.patience = patience;
  }

  @Override
  public Health examine() {
    folder.requireMark();
    // Where nobody can write, there is nobody to keep out.
    return Files.isWritable(folder.location())
        ? locked(this::examined)
        : access.read(
            () -> {
              try (Directory directory = folder.open()) {
                return examined(directory);
              }
            });
  }

  private Health examined(Directory directory) throws IOException {
    Health parts = parts(directory);
    return parts.isSound() ? documents(directory).health() : parts;
  }

  @Override
  public Health repair(Consumer<Repair> announce) {
    folder.requireMark();
    return locked(
        directory -> {
          Health parts = parts(directory);
          if (!parts.isSound()) {
            announce.accept(new Repair(parts, keep(directory)));
            new IndexRepair(directory).dropParts(parts.damages());
          }
          Documents rest = documents(directory);
          if (!rest.flaws().isEmpty()) {
            announce.accept(new Repair(rest.health(), keep(directory)));
            new IndexRepair(directory).dropDocuments(rest.flaws());
          }
          return parts.isSound() ? rest.health() : both(parts, rest.health());
        });
  }

  @Override
  public Backup backUp(Path target) {
    return new BackupFolder(folder).copyTo(target);
  }

  private static Health both(Health parts, Health documents) {
    List<Damage> all =
        Stream.concat(parts.damages().stream(), documents.damages().stream()).toList();
    return new Health(parts.location(), parts.pictures(), all);
  }

  /// Something that is done while nobody else writes.
  private interface Task {
    Health run(Directory directory) throws IOException;
  }

  private Health locked(Task task) {
    return access.openToWrite(
        () -> {
          try (Directory directory = folder.openToWrite(patience);
              Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            return task.run(new HeldDirectory(directory, lock));
          }
        });
  }

  private Health parts(Directory directory) throws IOException {
    SegmentsCheck check = SegmentsCheck.of(directory, folder.lastCommit(directory));
    return new Health(folder.location(), check.documents(), check.damages());
  }

  private record Documents(Health health, List<Flaw> flaws) {}

  private Documents documents(Directory directory) throws IOException {
    try (DirectoryReader index = DirectoryReader.open(directory)) {
      DatabaseMark mark = folder.mark(index.getIndexCommit().getUserData());
      List<Flaw> flaws = new DocumentsCheck(folder, mark, index).flaws();
      List<Damage> damages = new ArrayList<>(flaws.stream().map(Flaw::damage).toList());
      damages.addAll(new ThumbnailsCheck(folder.location()).damages());
      return new Documents(new Health(folder.location(), index.numDocs(), damages), flaws);
    }
  }

  private Path keep(Directory directory) throws IOException {
    return new KeptFiles(folder.location()).keep(folder.lastCommit(directory));
  }
}
