/// The pipeline from a folder to documents: crawl, read, embed, store.
///
/// What a run did is an [dev.imagedb.ingest.IndexReport]; how far it is, an
/// [dev.imagedb.ingest.IndexCounts], told to an [dev.imagedb.ingest.IndexProgress].
@NullMarked
package dev.imagedb.ingest;

import org.jspecify.annotations.NullMarked;
