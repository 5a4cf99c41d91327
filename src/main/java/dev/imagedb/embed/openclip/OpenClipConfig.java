package dev.imagedb.embed.openclip;

/// What `open_clip_config.json` says, as far as the towers need it. Read by [ConfigReader].
///
/// @param dimension numbers in a vector (`embed_dim`)
record OpenClipConfig(
    int dimension, VisionConfig vision, TextConfig text, Preprocessing preprocessing) {

  /// The same model, but with whole pictures on a white square.
  OpenClipConfig padded() {
    return new OpenClipConfig(dimension, vision, text, preprocessing.padded());
  }
}
