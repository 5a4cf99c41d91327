package dev.imagedb.embed.openclip;

import dev.imagedb.embed.Precision;
import dev.imagedb.embed.openclip.OpenClipConfig.TimmVitConfig;
import dev.imagedb.embed.openclip.OpenClipConfig.VisionConfig;

/// An image tower made of one of timm's networks, which OpenCLIP calls `visual.trunk`, and a head
/// behind it (`TimmModel` in OpenCLIP's timm_model.py). Read by [TimmVitReader] and
/// [TrunkConfigReader].
sealed interface TrunkConfig extends VisionConfig
    permits ConvNextConfig, FastVitConfig, MobileNetConfig, TimmVitConfig, TrunkVitConfig {

  /// Where timm's networks begin in the weights.
  String TRUNK = "visual.trunk.";

  /// Wants all tensors of `visual.*`, and says what is to be done with them.
  TowerLayout layout(Weights weights, int dimension);

  /// The arithmetic to run in, which may be finer than what was asked for.
  default Precision precision(Precision asked) {
    return asked;
  }
}
