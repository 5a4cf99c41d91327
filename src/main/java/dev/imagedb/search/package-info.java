/// A query becomes a plan, a plan becomes hits.
///
/// Start at [dev.imagedb.search.Searcher]. What people write ([dev.imagedb.search.Wording]) becomes
/// a [dev.imagedb.search.Query]; its pictures and prompts become one vector (`QueryVector`); what
/// the store then does with vector and text is [dev.imagedb.store.Plan]'s. Afterwards a hit can be
/// explained (`Explainer`), and where there is none, `Suggestions` looks for the reason.
@NullMarked
package dev.imagedb.search;

import org.jspecify.annotations.NullMarked;
