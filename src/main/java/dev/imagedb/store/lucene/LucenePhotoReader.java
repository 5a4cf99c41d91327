package dev.imagedb.store.lucene;

import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.Hit;
import dev.imagedb.store.Hit.Standing;
import dev.imagedb.store.HitList;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.Relevance;
import dev.imagedb.store.StoreStatus;
import dev.imagedb.store.StoredPhoto;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Reads one commit. Lucene's readers and searchers are safe for many threads, and this adds no
/// state to them.
final class LucenePhotoReader implements PhotoReader {
  private static final Sort BY_PATH = new Sort(new SortField(Fields.PATH, SortField.Type.STRING));

  private final DatabaseFolder folder;
  private final IndexAccess access;
  private final Directory directory;
  private final DirectoryReader index;
  private final IndexSearcher searcher;
  private final DatabaseMark mark;
  private final VectorField field;
  private final PhotoBytes photos;
  private final Matchings matchings;

  /// Takes over the directory and the index, and closes both.
  LucenePhotoReader(
      DatabaseFolder folder, Directory directory, DirectoryReader index, int exactUpTo)
      throws IOException {
    this.folder = folder;
    this.access = folder.access();
    this.directory = directory;
    this.index = index;
    this.searcher = new IndexSearcher(index);
    this.mark = folder.mark(index.getIndexCommit().getUserData());
    this.field = VectorField.of(mark.space());
    this.photos = new PhotoBytes(folder.keys(), mark.schema());
    this.matchings =
        new Matchings(
            new IndexSearcher(index, ForkJoinPool.commonPool()),
            new VectorSearch(field, exactUpTo),
            folder.keys(),
            new PathOrder(index));
  }

  @Override
  public Map<Path, KnownFile> known(Collection<Path> roots) {
    return access.read(() -> new KnownFiles(folder.keys(), field, roots).in(index));
  }

  @Override
  public Optional<StoredPhoto> content(String sha256) {
    return withVector(new Term(Fields.SHA256, sha256));
  }

  @Override
  public Optional<StoredPhoto> stored(Path path) {
    return withVector(new Term(Fields.PATH, folder.keys().key(path.toAbsolutePath().normalize())));
  }

  private Optional<StoredPhoto> withVector(Term term) {
    Query wanted =
        new BooleanQuery.Builder()
            .add(new TermQuery(term), Occur.FILTER)
            .add(presentSpace(), Occur.FILTER)
            .build();
    return access.read(
        () -> {
          ScoreDoc[] found = searcher.search(wanted, 1).scoreDocs;
          return found.length == 0 ? Optional.empty() : Optional.of(withVector(found[0].doc));
        });
  }

  @Override
  public Stream<StoredPhoto> embedded() {
    return documents(presentSpace(), Sort.INDEXORDER)
        .mapToObj(doc -> access.read(() -> withVector(doc)));
  }

  @Override
  public Optional<Photo> find(Path path) {
    String key = folder.keys().key(path.toAbsolutePath().normalize());
    return access.read(
        () -> {
          TopDocs found = searcher.search(new TermQuery(new Term(Fields.PATH, key)), 1);
          return found.scoreDocs.length == 0
              ? Optional.empty()
              : Optional.of(photo(found.scoreDocs[0].doc));
        });
  }

  @Override
  public List<Photo> withHash(String prefix) {
    return inPathOrder(new PrefixQuery(new Term(Fields.SHA256, prefix))).toList();
  }

  @Override
  public Stream<Photo> all() {
    return inPathOrder(MatchAllDocsQuery.INSTANCE);
  }

  @Override
  public List<Skipped> skipped() {
    return inPathOrder(new TermQuery(new Term(Fields.STATUS, Fields.STATUS_ERROR)))
        .map(photo -> new Skipped(photo.file().path(), Objects.toString(photo.problem(), "")))
        .toList();
  }

  @Override
  public HitList search(Plan plan) {
    return access.read(
        () -> {
          Matching matching = matchings.of(plan, plan.selection().page().depth());
          List<Ranked> page = new Ranking(searcher, plan, matching).page();
          return new HitList(
              hits(page, plan, matching.relevance()),
              plan.isFused(),
              searcher.count(matching.query()),
              matching.relevance());
        });
  }

  @Override
  public long count(Plan plan) {
    return access.read(() -> searcher.count(matchings.query(plan)));
  }

  @Override
  public List<FacetCounts> facets(Plan plan, List<Facet> facets) {
    return access.read(
        () -> {
          Query matches = matchings.query(plan);
          FacetCounter counter = new FacetCounter(searcher, folder.keys(), matches);
          List<FacetCounts> counts = new ArrayList<>();
          for (Facet facet : facets) {
            counts.add(counter.count(facet));
          }
          return counts;
        });
  }

  @Override
  public boolean comparesAll() {
    return access.read(() -> matchings.vectors().compareAll(searcher.count(presentSpace())));
  }

  @Override
  public VectorSpace space() {
    return mark.space();
  }

  @Override
  public List<String> fieldNames() {
    return FieldCatalogue.names();
  }

  @Override
  public boolean isCurrent() {
    try {
      return index.isCurrent();
    } catch (IndexNotFoundException | NoSuchFileException _) {
      return false;
    } catch (IOException e) {
      throw access.unreadable(e);
    }
  }

  @Override
  public StoreStatus status() {
    return access.read(
        () -> {
          int readable = searcher.count(new TermQuery(new Term(Fields.STATUS, Fields.STATUS_OK)));
          int current = searcher.count(presentSpace());
          return new StoreStatus(
              folder.location(),
              mark.space(),
              mark.schema(),
              current,
              index.numDocs() - readable,
              readable - current,
              folder.bytes(),
              mark.precisions(),
              mark.roots());
        });
  }

  @Override
  public void close() {
    access.read(
        () -> {
          index.close();
          directory.close();
          return true;
        });
  }

  private Query presentSpace() {
    return new TermQuery(new Term(Fields.SPACE, field.tag()));
  }

  private List<Hit> hits(List<Ranked> page, Plan plan, @Nullable Relevance relevance)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (Ranked ranked : page) {
      Standing vector = ranked.vector();
      hits.add(
          new Hit(
              plan.selection().page().offset() + hits.size() + 1,
              ranked.score(),
              vector,
              ranked.text(),
              relevance == null || vector == null ? null : relevance.probability(vector.score()),
              photo(ranked.doc())));
    }
    return hits;
  }

  private Stream<Photo> inPathOrder(Query query) {
    return documents(query, BY_PATH).mapToObj(doc -> access.read(() -> photo(doc)));
  }

  private IntStream documents(Query query, Sort order) {
    if (index.numDocs() == 0) {
      return IntStream.empty();
    }
    TopDocs found = access.read(() -> searcher.search(query, index.numDocs(), order));
    return Stream.of(found.scoreDocs).mapToInt(hit -> hit.doc);
  }

  private Photo photo(int doc) throws IOException {
    StoredFields stored = searcher.storedFields();
    Document document = stored.document(doc, Set.of(Fields.PHOTO));
    return photos.read(document.getBinaryValue(Fields.PHOTO));
  }

  private StoredPhoto withVector(int doc) throws IOException {
    return new StoredPhoto(photo(doc), vector(doc));
  }

  /// The vector of a document that is known to have one in the present space.
  private float[] vector(int doc) throws IOException {
    LeafReaderContext segment = index.leaves().get(ReaderUtil.subIndex(doc, index.leaves()));
    FloatVectorValues vectors = segment.reader().getFloatVectorValues(field.name());
    DocIndexIterator positions = vectors.iterator();
    positions.advance(doc - segment.docBase);
    return vectors.vectorValue(positions.index()).clone();
  }
}
