package dev.imagedb.embed.openclip;

import dev.imagedb.embed.Precision;

/// What `vision_cfg` says: the kinds of image towers. Read by [VisionConfigReader].
sealed interface VisionConfig permits VitConfig, ResNetConfig, TrunkConfig {

  /// The side of the squares that the tower takes.
  int imageSize();

  /// Wants all tensors of `visual.*`, and says what is to be done with them.
  ///
  /// @throws dev.imagedb.fault.UserException where one is missing or of another shape
  TowerLayout layout(Weights weights, int dimension);

  /// The arithmetic to run in, which may be finer than what was asked for.
  default Precision precision(Precision asked) {
    return asked;
  }
}
