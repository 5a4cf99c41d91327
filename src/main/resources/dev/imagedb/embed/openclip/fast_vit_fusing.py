  def fuse_branches(self: __torch__.Tower, weights: Dict[str, Tensor], blocks: str) -> Dict[str, Tensor]:
    # MobileOneBlock: a convolution, one of a single pixel, and the input itself, each with a batch norm, are one convolution.
    for p in blocks.split("\n"):
      weight, bias = self.branch(weights, p + "conv_kxk.0.")  # (out, in / groups, side, side), (out)
      c = weight.size(2) // 2
      if (p + "conv_scale.conv.weight") in weights:
        point, shift = self.branch(weights, p + "conv_scale.")
        weight[:, :, c, c] += point[:, :, 0, 0]
        bias = bias + shift
      if (p + "identity.weight") in weights:
        scale = self.norm_scale(weights, p + "identity")
        weight[:, :, c, c] += torch.diag(scale) if weight.size(1) > 1 else scale.unsqueeze(1)
        bias = bias + self.norm_shift(weights, p + "identity")
      weights[p + "reparam_conv.weight"] = weight
      weights[p + "reparam_conv.bias"] = bias
    return weights

  def fuse_kernels(self: __torch__.Tower, weights: Dict[str, Tensor], blocks: str) -> Dict[str, Tensor]:
    # ReparamLargeKernelConv: a small kernel lies in the middle of a large one.
    for p in blocks.split("\n"):
      weight, bias = self.branch(weights, p + "large_conv.")
      small, shift = self.branch(weights, p + "small_conv.")
      margin = (weight.size(2) - small.size(2)) // 2
      weights[p + "reparam_conv.weight"] = weight + torch.constant_pad_nd(small, [margin, margin, margin, margin])
      weights[p + "reparam_conv.bias"] = bias + shift
    return weights

  def fuse_mixers(self: __torch__.Tower, weights: Dict[str, Tensor], mixers: str) -> Dict[str, Tensor]:
    # RepMixer: x + scale (mixer(x) - norm(x)), each feature by itself; the mixer's own branches are fused already.
    for p in mixers.split("\n"):
      weight = weights[p + "mixer.reparam_conv.weight"].clone()  # (C, 1, side, side)
      c = weight.size(2) // 2
      gamma = weights[p + "layer_scale.gamma"].flatten()
      weight[:, 0, c, c] -= self.norm_scale(weights, p + "norm.identity")
      bias = weights[p + "mixer.reparam_conv.bias"] - self.norm_shift(weights, p + "norm.identity")
      weight = weight * gamma.view([-1, 1, 1, 1])
      weight[:, 0, c, c] += 1.
      weights[p + "reparam_conv.weight"] = weight
      weights[p + "reparam_conv.bias"] = bias * gamma
    return weights

  def fuse_positions(self: __torch__.Tower, weights: Dict[str, Tensor], encodings: str) -> Dict[str, Tensor]:
    # RepConditionalPosEnc: x + convolution(x), each feature by itself.
    for p in encodings.split("\n"):
      weight = weights[p + "pos_enc.weight"].clone()  # (C, 1, side, side)
      c = weight.size(2) // 2
      weight[:, 0, c, c] += 1.
      weights[p + "reparam_conv.weight"] = weight
      weights[p + "reparam_conv.bias"] = weights[p + "pos_enc.bias"]
    return weights

  def fuse_attention(self: __torch__.Tower, weights: Dict[str, Tensor], blocks: str) -> Dict[str, Tensor]:
    # A batch norm before a linear layer: W (s x + t) = (W s) x + W t.
    for p in blocks.split("\n"):
      qkv = weights[p + "token_mixer.qkv.weight"]  # (3 C, C)
      weights[p + "token_mixer.qkv.weight"] = qkv * self.norm_scale(weights, p + "norm")
      weights[p + "token_mixer.qkv.bias"] = torch.matmul(qkv, self.norm_shift(weights, p + "norm"))
    return weights

  def branch(self: __torch__.Tower, weights: Dict[str, Tensor], p: str) -> Tuple[Tensor, Tensor]:
    weight = weights[p + "conv.weight"] * self.norm_scale(weights, p + "bn").view([-1, 1, 1, 1])
    return (weight, self.norm_shift(weights, p + "bn"))
