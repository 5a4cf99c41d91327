  def normalize(self: __torch__.Tower, pixels: Tensor, mean: Tensor, std: Tensor, dtype: int) -> Tensor:
    # pixels: (B, side, side, 3) bytes. Features are kept last throughout, (B, H, W, C), as linear layers and oneDNN's convolutions want them.
    return ((pixels.to(6) / 255. - mean) / std).to(dtype)

  def patches(self: __torch__.Tower, x: Tensor, side: int) -> Tensor:
    # (B, H, W, C) to (B, H / side, W / side, side side C); what no whole patch covers is left out.
    B = x.size(0)
    H = x.size(1) // side
    W = x.size(2) // side
    C = x.size(3)
    x = x[:, :H * side, :W * side].reshape([B, H, side, W, side, C])
    return x.permute([0, 1, 3, 2, 4, 5]).reshape([B, H, W, side * side * C])
