/// Where model files come from and where they are kept, before anything is known of what they hold.
///
/// What a user wrote becomes a [dev.imagedb.embed.hub.ModelReference]; one that lies on the Hugging
/// Face hub becomes a folder through [dev.imagedb.embed.hub.Hub], which is the place to start
/// reading. Files are kept as Python's `huggingface_hub` keeps them, in the same place, so that
/// whatever one has fetched the other finds.
@NullMarked
package dev.imagedb.embed.hub;

import org.jspecify.annotations.NullMarked;
