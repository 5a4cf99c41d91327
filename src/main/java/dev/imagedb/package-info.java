/// The program: [dev.imagedb.Main] puts the parts together.
///
/// Read on at [dev.imagedb.cli.CommandTree] for what can be asked of it, at
/// [dev.imagedb.ingest.Indexer] for how a folder becomes a database, and at
/// [dev.imagedb.search.Searcher] for how a query becomes hits.
@NullMarked
package dev.imagedb;

import org.jspecify.annotations.NullMarked;
