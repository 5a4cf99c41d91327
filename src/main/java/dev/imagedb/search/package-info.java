/// A query becomes a plan, a plan becomes hits.
///
/// Start at [dev.imagedb.search.Searcher]. Pictures and prompts become one vector here; what the
/// store then does with vector and text is [dev.imagedb.store.Plan]'s.
@NullMarked
package dev.imagedb.search;

import org.jspecify.annotations.NullMarked;
