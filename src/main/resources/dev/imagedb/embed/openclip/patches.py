  def patches(self: __torch__.Tower, pixels: Tensor, mean: Tensor, std: Tensor, patch: int) -> Tensor:
    # pixels: (B, side, side, 3) bytes; gives (B, G G, 3 patch patch). What no patch covers is left out.
    B = pixels.size(0)
    G = pixels.size(1) // patch
    x = (pixels.to(6) / 255. - mean) / std
    x = x[:, :G * patch, :G * patch]
    return x.reshape([B, G, patch, G, patch, 3]).permute([0, 1, 3, 5, 2, 4]).reshape([B, G * G, 3 * patch * patch])
