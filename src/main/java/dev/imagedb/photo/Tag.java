package dev.imagedb.photo;

/// One tag as it stands in a file.
///
/// @param group the block it stands in: `Exif SubIFD`, `IPTC`, `XMP`, `Canon Makernote`
/// @param name the tag's name in that block
/// @param value in words, as a person would read it
public record Tag(String group, String name, String value) {}
