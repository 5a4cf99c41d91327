  def rename(self: __torch__.Tower, w: Dict[str, Tensor], layers: int) -> Dict[str, Tensor]:
    # timm's names of a transformer's blocks to OpenCLIP's, which `block` knows.
    for i in range(layers):
      timm = "visual.trunk.blocks." + str(i) + "."
      own = "visual.transformer.resblocks." + str(i) + "."
      for kind in ["weight", "bias"]:
        w[own + "ln_1." + kind] = w[timm + "norm1." + kind]
        w[own + "attn.in_proj_" + kind] = w[timm + "attn.qkv." + kind]
        w[own + "attn.out_proj." + kind] = w[timm + "attn.proj." + kind]
        w[own + "ln_2." + kind] = w[timm + "norm2." + kind]
        w[own + "mlp.c_fc." + kind] = w[timm + "mlp.fc1." + kind]
        w[own + "mlp.c_proj." + kind] = w[timm + "mlp.fc2." + kind]
        for name in ["norm1.", "attn.qkv.", "attn.proj.", "norm2.", "mlp.fc1.", "mlp.fc2."]:
          w.pop(timm + name + kind)
    return w

  def embed_patches(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], patch: int) -> Tensor:
    # (B, side, side, 3) to (B, G G, W): by three layers, which halve the side after the first.
    b = "visual.trunk.patch_embed.backbone."
    x = self.linear_gelu(self.patches(x, patch // 4), w[b + "0.conv.weight"], w[b + "0.conv.bias"], "none")
    x = self.linear_gelu(self.patches(x, 2), w[b + "1.conv.weight"], w[b + "1.conv.bias"], "none")
    x = self.linear(self.patches(x, 2), w[b + "2.conv.weight"], w[b + "2.conv.bias"])
    return x.flatten(1, 2)

  def forward(self: __torch__.Tower,
    pixels: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], layers: int, heads: int, patch: int, eps: float, layer: str) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, dimension), unit length.
    p = "visual.trunk."
    position = w[p + "pos_embed"]  # (1, G G, W): none for the class token
    x = self.embed_patches(self.normalize(pixels, mean, std, position.dtype), w, patch)
    token = w[p + "cls_token"].expand([x.size(0), 1, x.size(2)])
    x = torch.cat([token, x + position], 1)
    W = x.size(2)
    for i in range(layers):
      x = self.block(x, w, "visual.transformer.resblocks." + str(i) + ".", heads, False, "none", eps)
    y = torch.layer_norm(x[:, 0], [W], w[p + "norm.weight"], w[p + "norm.bias"], eps)
    return self.project(y, w, layer)
