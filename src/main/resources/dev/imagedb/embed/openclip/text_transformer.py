  def forward(self: __torch__.Tower,
    tokens: Tensor, w: Dict[str, Tensor], prefix: str, layers: int, heads: int, causal: bool, activation: str, eps: float,
    pooled: int) -> Tensor:
    # tokens: (1, S, W), the sequence's vectors of the vocabulary; pooled: the position whose features are taken; gives (1, dimension), unit length.
    S = tokens.size(1)
    W = tokens.size(2)
    x = tokens + w[prefix + "positional_embedding"][:S]  # (1, S, W)
    for i in range(layers):
      x = self.block(x, w, prefix + "transformer.resblocks." + str(i) + ".", heads, causal, None, activation, eps)
    y = torch.layer_norm(x[:, pooled], [W], w[prefix + "ln_final.weight"], w[prefix + "ln_final.bias"], eps)
    if (prefix + "text_projection.weight") in w:
      y = torch.linear(y, w[prefix + "text_projection.weight"], w[prefix + "text_projection.bias"])
    elif (prefix + "text_projection") in w:
      y = torch.matmul(y, w[prefix + "text_projection"])
    return self.unit(y)
