package dev.imagedb.bench.row;

import dev.imagedb.bench.child.Imagedb;
import dev.imagedb.bench.input.ManyFiles;
import dev.imagedb.embed.Embedder;
import dev.imagedb.embed.EmbedderOptions;
import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.OpenClipModel;
import dev.imagedb.embed.openclip.RandomCheckpoint;
import java.io.IOException;
import java.nio.file.Path;

/// imagedb over many files that it already knows.
final class ManyVectors {
  private ManyVectors() {}

  static Imagedb of(ManyFiles many) throws IOException, InterruptedException {
    Path model = RandomCheckpoint.folder();
    EmbedderOptions options = EmbedderOptions.forQueries(Precision.FP32);
    try (Embedder embedder = OpenClipModel.open(model, model.toString(), false, options)) {
      return new Imagedb(many.database(embedder.space()), model);
    }
  }
}
