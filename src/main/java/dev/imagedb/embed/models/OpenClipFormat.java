package dev.imagedb.embed.models;

import dev.imagedb.embed.hub.ModelFormat;
import dev.imagedb.embed.openclip.OpenClipModel;
import java.nio.file.Path;
import java.util.List;

/// What OpenCLIP's files mean, for the hub.
final class OpenClipFormat implements ModelFormat {
  @Override
  public void check(Path config) {
    OpenClipModel.checkConfig(config);
  }

  @Override
  public List<String> shards(Path index) {
    return OpenClipModel.shards(index);
  }
}
