/// What is kept of every picture, and how it is found again.
///
/// Stands between the pipelines and the disk: `ingest` writes through
/// [dev.imagedb.store.PhotoWriter], `search` turns a query into a [dev.imagedb.store.Plan] and asks
/// a [dev.imagedb.store.PhotoReader]. A plan says where hits shall lie, which words they hold, and
/// by its [dev.imagedb.store.Selection] what they must pass, where the list ends
/// ([dev.imagedb.store.Relevance]) and how it comes. Start at [dev.imagedb.store.PhotoStore]; the
/// one that is built in is in `dev.imagedb.store.lucene`, and nothing here knows of it.
@NullMarked
package dev.imagedb.store;

import org.jspecify.annotations.NullMarked;
