package dev.imagedb.embed.openclip;

/// A vision transformer of timm's, with what `TimmModel` in OpenCLIP's timm_model.py puts on it.
record TimmVitConfig(TimmTrunk trunk, TrunkHead head) implements TrunkConfig {
  @Override
  public int imageSize() {
    return trunk.size().imageSize();
  }

  @Override
  public TowerLayout layout(Weights weights, int dimension) {
    return new TimmVitLayout(weights, trunk).want(head, dimension);
  }
}
