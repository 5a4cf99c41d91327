/// Bytes to what was written in them: EXIF, IPTC, XMP, and the comments of the file formats.
///
/// In the flow, this package stands beside `image`: the same bytes that become pixels there become
/// a [dev.imagedb.photo.Metadata] here, before anything is stored. Start at
/// [dev.imagedb.metadata.MetadataReader]; it reads in two steps.
///
/// 1. [dev.imagedb.metadata.BlockReader] takes the file apart into its blocks (JPEG segments, PNG
///    chunks, HEIF items), and metadata-extractor turns each block into directories of tags. Every
///    block is read on its own ([dev.imagedb.metadata.Salvage]), so that damage costs one block.
/// 2. [dev.imagedb.metadata.Directories] answers for all blocks together, and one small class for
///    each record of `photo` says which tag is believed before which other.
///
/// The only package that knows metadata-extractor. It reads nothing but the bytes it is given: no
/// files, no network.
@NullMarked
package dev.imagedb.metadata;

import org.jspecify.annotations.NullMarked;
