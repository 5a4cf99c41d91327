/// Bytes to what was written in them: EXIF, IPTC, XMP. Start at
/// [dev.imagedb.metadata.MetadataReader]. The only package that knows metadata-extractor.
@NullMarked
package dev.imagedb.metadata;

import org.jspecify.annotations.NullMarked;
