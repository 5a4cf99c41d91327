package dev.imagedb.store.lucene;

import dev.imagedb.fault.UserException;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.PhotoStore;
import dev.imagedb.store.PhotoWriter;
import dev.imagedb.store.Upkeep;
import dev.imagedb.store.lucene.DatabaseFolder.Opening;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/// A database in one Lucene index in one folder.
///
/// A folder named `.imagedb` makes the database portable: pictures beside and under that folder, in
/// its parent, are kept by relative paths, and are found again wherever both are moved to.
///
/// Safe for use by many threads. Readers take no lock and work on a read-only file system; a writer
/// holds a lock until it is closed. Up to 100,000 vectors are searched by comparing all of them.
public final class LuceneStore implements PhotoStore {
  private final DatabaseFolder folder;
  private final IndexAccess access;
  private final int exactUpTo;
  private final Patience patience;

  /// @param location the database's folder; need not exist
  public LuceneStore(Path location) {
    this(location, VectorSearch.EXACT_UP_TO);
  }

  /// @param exactUpTo up to how many vectors all are compared
  LuceneStore(Path location, int exactUpTo) {
    this(new DatabaseFolder(absolute(location)), exactUpTo, Patience.NONE);
  }

  /// @param opening what lies between the index and its folder
  LuceneStore(Path location, Opening opening) {
    this(new DatabaseFolder(absolute(location), opening), VectorSearch.EXACT_UP_TO, Patience.NONE);
  }

  private LuceneStore(DatabaseFolder folder, int exactUpTo, Patience patience) {
    this.folder = folder;
    this.access = folder.access();
    this.exactUpTo = exactUpTo;
    this.patience = patience;
  }

  private static Path absolute(Path location) {
    return location.toAbsolutePath().normalize();
  }

  @Override
  public boolean exists() {
    return folder.mark().isPresent();
  }

  @Override
  public Optional<VectorSpace> space() {
    return folder.mark().map(DatabaseMark::space);
  }

  @Override
  public PhotoReader reader() {
    folder.requireMark();
    return access.read(
        () -> {
          Directory directory = folder.open();
          try {
            DirectoryReader index = DirectoryReader.open(directory);
            return new LucenePhotoReader(folder, directory, index, exactUpTo);
          } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
          }
        });
  }

  @Override
  public PhotoWriter writer(VectorSpace space, boolean replaceModel) {
    // Before the lock is taken: Lucene tidies up in any index that it opens to write.
    folder.mark();
    return write(
        (index, last) ->
            last.isEmpty()
                ? DatabaseMark.first(space)
                : changedOver(index, last.get(), space, replaceModel));
  }

  @Override
  public PhotoWriter writer() {
    folder.requireMark();
    return write((_, last) -> last.orElseThrow(folder::noDatabase));
  }

  @Override
  public Upkeep upkeep() {
    return new LuceneUpkeep(folder, patience);
  }

  @Override
  public PhotoStore waiting(Duration longest, Consumer<String> told) {
    return new LuceneStore(folder, exactUpTo, new Patience(longest, told));
  }

  /// Decides what the next commit will say, from what the last one said.
  @FunctionalInterface
  private interface Marking {
    DatabaseMark of(IndexWriter index, Optional<DatabaseMark> last) throws IOException;
  }

  private PhotoWriter write(Marking marking) {
    return access.openToWrite(
        () -> {
          Directory directory = folder.openToWrite(patience);
          try {
            return write(directory, marking);
          } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
          }
        });
  }

  private PhotoWriter write(Directory directory, Marking marking) throws IOException {
    IndexWriter index = new IndexWriter(directory, WriterSettings.of(exactUpTo));
    try {
      Optional<DatabaseMark> last = lastMark(index);
      DatabaseMark mark = marking.of(index, last).upgraded();
      if (last.isPresent() && last.get().isOfEarlierSchema()) {
        upgrade(index, last.get());
      }
      setMark(index, last.map(DatabaseMark::upgraded), mark);
      return new LucenePhotoWriter(folder, directory, index, mark);
    } catch (IOException | RuntimeException e) {
      index.rollback();
      throw e;
    }
  }

  private void upgrade(IndexWriter index, DatabaseMark last) throws IOException {
    patience
        .told()
        .accept(
            "the database was written by an earlier imagedb: upgrading it from schema %d to %d"
                .formatted(last.schema(), DatabaseMark.SCHEMA));
    new SchemaUpgrade(index, last, folder.keys()).commit();
  }

  /// A new database is marked as ours at once; one that is changed over keeps its old mark until
  /// the first new vectors are committed.
  private void setMark(IndexWriter index, Optional<DatabaseMark> last, DatabaseMark mark)
      throws IOException {
    if (!last.equals(Optional.of(mark))) {
      index.setLiveCommitData(mark.commitData(folder.keys()).entrySet());
    }
    if (last.isEmpty()) {
      index.commit();
    }
  }

  private Optional<DatabaseMark> lastMark(IndexWriter index) {
    Map<String, String> commit = new HashMap<>();
    index.getLiveCommitData().forEach(entry -> commit.put(entry.getKey(), entry.getValue()));
    return commit.isEmpty() ? Optional.empty() : Optional.of(folder.mark(commit));
  }

  /// A database without vectors takes any model, and one whose model was only moved keeps it.
  private DatabaseMark changedOver(
      IndexWriter index, DatabaseMark mark, VectorSpace space, boolean replaceModel)
      throws IOException {
    boolean keeps = mark.space().comparableTo(space);
    if (!keeps && !replaceModel && holdsVectors(index, mark.space())) {
      throw otherModel(mark, space);
    }
    return keeps ? mark.withSpace(space) : mark.withSpace(space).withoutPrecisions();
  }

  private static boolean holdsVectors(IndexWriter index, VectorSpace space) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(index)) {
      return reader.docFreq(new Term(Fields.SPACE, VectorField.of(space).tag())) > 0;
    }
  }

  private UserException otherModel(DatabaseMark mark, VectorSpace space) {
    String model = space.model();
    String had = mark.space().model();
    String change = had.equals(model) ? ", whose files or preprocessing have changed" : "";
    return UserException.failed(
        "the database %s holds vectors of the model %s, not of %s%s"
            .formatted(folder.location(), had, model, change),
        "to make all vectors anew: imagedb index --force --model %s FOLDER".formatted(model));
  }
}
