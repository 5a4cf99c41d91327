package dev.imagedb.kept;

import dev.imagedb.photo.Photo;
import dev.imagedb.photo.Skipped;
import dev.imagedb.photo.VectorSpace;
import dev.imagedb.store.Facet;
import dev.imagedb.store.FacetCounts;
import dev.imagedb.store.HitList;
import dev.imagedb.store.KnownFile;
import dev.imagedb.store.PhotoReader;
import dev.imagedb.store.Plan;
import dev.imagedb.store.StoreStatus;
import dev.imagedb.store.StoredPhoto;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A reader that others use, too; closing it ends this use of it.
record LeasedReader(Lease<PhotoReader> lease) implements PhotoReader {
  private PhotoReader reader() {
    return lease.value();
  }

  @Override
  public Map<Path, KnownFile> known(Collection<Path> roots) {
    return reader().known(roots);
  }

  @Override
  public Optional<StoredPhoto> content(String sha256) {
    return reader().content(sha256);
  }

  @Override
  public Optional<StoredPhoto> stored(Path path) {
    return reader().stored(path);
  }

  @Override
  public Stream<StoredPhoto> embedded() {
    return reader().embedded();
  }

  @Override
  public Optional<Photo> find(Path path) {
    return reader().find(path);
  }

  @Override
  public List<Photo> withHash(String prefix) {
    return reader().withHash(prefix);
  }

  @Override
  public Stream<Photo> all() {
    return reader().all();
  }

  @Override
  public List<Skipped> skipped() {
    return reader().skipped();
  }

  @Override
  public HitList search(Plan plan) {
    return reader().search(plan);
  }

  @Override
  public long count(Plan plan) {
    return reader().count(plan);
  }

  @Override
  public List<FacetCounts> facets(Plan plan, List<Facet> facets) {
    return reader().facets(plan, facets);
  }

  @Override
  public boolean comparesAll() {
    return reader().comparesAll();
  }

  @Override
  public VectorSpace space() {
    return reader().space();
  }

  @Override
  public List<String> fieldNames() {
    return reader().fieldNames();
  }

  @Override
  public boolean isCurrent() {
    return reader().isCurrent();
  }

  @Override
  public StoreStatus status() {
    return reader().status();
  }

  @Override
  public void close() {
    lease.close();
  }
}
