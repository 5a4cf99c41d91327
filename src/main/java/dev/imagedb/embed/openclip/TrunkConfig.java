package dev.imagedb.embed.openclip;

/// An image tower made of one of timm's networks, which OpenCLIP calls `visual.trunk`, and a head
/// behind it (`TimmModel` in OpenCLIP's timm_model.py). Read by [TimmVitReader] and
/// [TrunkConfigReader].
sealed interface TrunkConfig extends VisionConfig
    permits ConvNextConfig, FastVitConfig, MobileNetConfig, TimmVitConfig {

  /// Where timm's networks begin in the weights.
  String TRUNK = "visual.trunk.";
}
