/// The embedded database: one Lucene index in one folder, a document a picture.
///
/// Start at [dev.imagedb.store.lucene.LuceneStore], the only public type. It checks the folder
/// (`DatabaseFolder`, `DatabaseMark`) and opens `LucenePhotoWriter` or `LucenePhotoReader`. On the
/// way in a picture becomes a document (`PhotoDocument`, `PhotoBytes`, `Fields`, `PathKeys`); on
/// the way out a plan becomes queries (`PlanQueries`: `FilterQuery`, `WhereQuery`, `WordQuery`,
/// `VectorSearch`), those find what matches (`Matchings`, a `Matching` of each kind), and `Ranking`
/// takes out the page that was asked for. What an earlier version wrote is read by its
/// `RecordForm`, and upgraded by `SchemaUpgrade` once it is opened to write; `LuceneUpkeep` checks,
/// repairs and copies. Nothing outside this package sees Lucene.
@NullMarked
package dev.imagedb.store.lucene;

import org.jspecify.annotations.NullMarked;
