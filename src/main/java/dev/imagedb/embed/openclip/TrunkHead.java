package dev.imagedb.embed.openclip;

/// What follows a trunk's pooled features (`TimmModel` in OpenCLIP's timm_model.py).
///
/// @param kind which layers there are
/// @param bias whether the last of OpenCLIP's own layers has one; a classifier always does
record TrunkHead(Kind kind, boolean bias) {

  enum Kind {
    /// One layer (`timm_proj: linear`).
    LINEAR,
    /// Two layers, the first twice as wide as the vector (`timm_proj: mlp`).
    MLP,
    /// The network's own classifier, with a number of the vector for each class (no `timm_proj`).
    CLASSIFIER
  }

  /// Wants the head's tensors.
  ///
  /// @param classifier the name of the network's own last layer
  /// @return the name of the layer that gives the vector
  String want(Weights weights, String classifier, long features, long dimension) {
    return switch (kind) {
      case LINEAR -> last(weights, "visual.head.proj", features, dimension, bias);
      case MLP -> {
        String first = "visual.head.mlp.fc1";
        weights.wantLinear(first + ".weight", first + ".bias", 2 * dimension, features);
        yield last(weights, "visual.head.mlp.fc2", 2 * dimension, dimension, bias);
      }
      case CLASSIFIER -> last(weights, classifier, features, dimension, true);
    };
  }

  private static String last(
      Weights weights, String layer, long features, long dimension, boolean bias) {
    weights.want(layer + ".weight", dimension, features).markLinear(layer + ".weight");
    if (bias) {
      weights.want(layer + ".bias", dimension);
    }
    return layer;
  }
}
