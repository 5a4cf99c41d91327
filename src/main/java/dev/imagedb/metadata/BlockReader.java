package dev.imagedb.metadata;

import com.drew.imaging.raf.RafMetadataReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.bmp.BmpReader;
import com.drew.metadata.gif.GifReader;
import com.drew.metadata.ico.IcoReader;
import com.drew.metadata.photoshop.PsdReader;
import dev.imagedb.photo.ImageFormat;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/// Takes a file apart into its metadata blocks, each format in its own way.
final class BlockReader {
  private static final byte[] FUJIFILM_RAW = "FUJIFILMCCD-RAW".getBytes(StandardCharsets.US_ASCII);

  private BlockReader() {}

  static Salvage read(byte[] bytes, ImageFormat format) {
    Salvage salvage = new Salvage();
    salvage.read(format.name(), found -> read(bytes, format, salvage, found));
    return salvage;
  }

  private static void read(byte[] bytes, ImageFormat format, Salvage salvage, Metadata found)
      throws Exception {
    switch (format) {
      case JPEG -> JpegSegments.read(bytes, salvage);
      case PNG -> PngChunks.read(bytes, salvage);
      case WEBP -> WebpChunks.read(bytes, salvage);
      case TIFF -> ExifBlock.read(bytes, salvage);
      case HEIC, AVIF -> HeifItems.read(bytes, salvage);
      case JXL -> JxlBoxes.read(bytes, salvage);
      case GIF -> new GifReader().extract(new SequentialByteArrayReader(bytes), found);
      case BMP -> new BmpReader().extract(new SequentialByteArrayReader(bytes), found);
      case ICO -> new IcoReader().extract(new SequentialByteArrayReader(bytes), found);
      case PSD -> new PsdReader().extract(new SequentialByteArrayReader(bytes), found);
      case RAW -> readRaw(bytes, salvage, found);
      case TGA, PNM -> {}
    }
  }

  /// Raw files are TIFF inside, but for Fujifilm's (a JPEG with all tags stands in front), Canon's
  /// CR3 and Sigma's X3F, whose own containers are not read.
  private static void readRaw(byte[] bytes, Salvage salvage, Metadata found) throws Exception {
    if (Bytes.startsWith(bytes, 0, FUJIFILM_RAW)) {
      Metadata preview = RafMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
      for (Directory directory : preview.getDirectories()) {
        found.addDirectory(directory);
      }
    } else if (bytes.length > 1 && bytes[0] == bytes[1]) {
      ExifBlock.read(bytes, salvage);
    }
  }
}
