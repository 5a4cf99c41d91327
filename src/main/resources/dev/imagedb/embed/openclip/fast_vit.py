  def gated(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    # Squeeze and excitation: each feature is weighed by what all of them are on average.
    if (p + "fc1.weight") in w:
      g = torch.mean(x, [1, 2], True)  # (B, 1, 1, C)
      g = torch.relu(self.linear(g, w[p + "fc1.weight"], w[p + "fc1.bias"]))
      x = x * torch.sigmoid(self.linear(g, w[p + "fc2.weight"], w[p + "fc2.bias"]))
    return x

  def feed_forward(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    y = self.convolve(x, w, p + "conv.conv", 1, 3, x.size(3))  # 7 x 7, each feature by itself
    y = self.linear_gelu(y, w[p + "fc1.weight"], w[p + "fc1.bias"], "none")
    return self.linear_add(y, x, w[p + "fc2.weight"], w[p + "fc2.bias"])

  def attend(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    # Heads of 32 features, as all published towers have them.
    B = x.size(0)
    H = x.size(1)
    W = x.size(2)
    C = x.size(3)
    y = x
    bias = annotate(Optional[Tensor], None)
    if (p + "token_mixer.qkv.bias") in w:
      bias = w[p + "token_mixer.qkv.bias"]  # the batch norm is in it
    else:
      y = torch.layer_norm(x, [C], w[p + "norm.weight"], w[p + "norm.bias"], 1e-05)
    qkv = self.linear(y, w[p + "token_mixer.qkv.weight"], bias)  # (B, H, W, 3 C)
    q, k, v = torch.unbind(qkv.view([B, H * W, 3, C // 32, 32]).permute([2, 0, 3, 1, 4]))  # (B, heads, H W, 32)
    a = torch.scaled_dot_product_attention(q, k, v).transpose(1, 2).reshape([B, H, W, C])
    return self.linear_add(a, x, w[p + "token_mixer.proj.weight"], w[p + "token_mixer.proj.bias"])

  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], blocks: List[int], layer: str) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    p = "visual.trunk."
    c = "reparam_conv"
    x = self.normalize(pixels, mean, std, w[p + "stem.0.reparam_conv.weight"].dtype)
    x = torch.gelu(self.convolve(x, w, p + "stem.0." + c, 2, 1, 1))
    x = torch.gelu(self.convolve(x, w, p + "stem.1." + c, 2, 1, x.size(3)))
    x = self.linear_gelu(x, w[p + "stem.2.reparam_conv.weight"], w[p + "stem.2.reparam_conv.bias"], "none")
    for stage in range(len(blocks)):
      s = p + "stages." + str(stage) + "."
      if stage > 0:
        d = s + "downsample.proj."
        x = self.gated(self.convolve(x, w, d + "0." + c, 2, 3, x.size(3)), w, d + "0.se.")
        x = self.linear_gelu(torch.gelu(x), w[d + "1.reparam_conv.weight"], w[d + "1.reparam_conv.bias"], "none")
      if (s + "pos_emb.reparam_conv.weight") in w:
        x = self.convolve(x, w, s + "pos_emb." + c, 1, 3, x.size(3))
      for i in range(blocks[stage]):
        b = s + "blocks." + str(i) + "."
        if (b + "token_mixer.qkv.weight") in w:
          x = self.attend(x, w, b)
        else:
          x = self.convolve(x, w, b + "token_mixer." + c, 1, 1, x.size(3))
        x = self.feed_forward(x, w, b + "mlp.")
    x = self.convolve(x, w, p + "final_conv." + c, 1, 1, x.size(3))
    x = torch.gelu(self.gated(x, w, p + "final_conv.se."))
    return self.project(self.mean_feature(x), w, layer)
