package dev.imagedb.embed.openclip;

/// What OpenCLIP's custom transformer blocks have beside the common ones
/// (`CustomResidualAttentionBlock` in its transformer.py), by the names that configs give them.
///
/// @param qkNorm norms of queries and keys, each head by itself
/// @param scaleHeads a scale of what each head finds
/// @param scaleAttnInner a norm of what all heads find
/// @param scaleAttn a norm of what the attention gives
/// @param scaleFc a norm between the two layers behind the attention
record BlockExtras(
    boolean qkNorm,
    boolean scaleHeads,
    boolean scaleAttnInner,
    boolean scaleAttn,
    boolean scaleFc) {

  static final BlockExtras NONE = new BlockExtras(false, false, false, false, false);

  /// Wants the extras of one block.
  ///
  /// @param prefix of the block's names
  void want(Weights weights, String prefix, long width, long heads, long mlpWidth) {
    if (qkNorm) {
      weights.wantNorm(prefix + "attn.ln_q", width / heads);
      weights.wantNorm(prefix + "attn.ln_k", width / heads);
    }
    if (scaleHeads) {
      weights.want(prefix + "attn.head_scale", heads, 1, 1);
    }
    if (scaleAttnInner) {
      weights.wantNorm(prefix + "attn.ln_inner", width);
    }
    if (scaleAttn) {
      weights.wantNorm(prefix + "ln_attn", width);
    }
    if (scaleFc) {
      weights.wantNorm(prefix + "mlp.ln", mlpWidth);
    }
  }
}
