  def block(self: __torch__.Tower,
    x: Tensor, w: Dict[str, Tensor], p: str, heads: int, causal: bool, mask: Optional[Tensor], rotation: Optional[Tensor],
    activation: str, eps: float) -> Tensor:
    # A residual attention block; p is the prefix of its weights' names. Norms and scales are applied where they have weights.
    # mask: (S, S), false where a query must not see a key.
    h = self.norm(x, w, p + "ln_1", eps)  # (B, S, W)
    a = self.attend(h, w, p + "attn.", heads, causal, mask, rotation, eps)
    x = self.add(x, a, w, p + "attn.out_proj", p + "ln_attn", p + "ls_1.gamma", eps)
    h = self.norm(x, w, p + "ln_2", eps)
    f = self.widen_features(h, w, p + "mlp.c_fc", activation)  # (B, S, mlp)
    f = self.norm(f, w, p + "mlp.ln", eps)
    return self.add(x, f, w, p + "mlp.c_proj", p + "ln_mlp", p + "ls_2.gamma", eps)

  def attend(self: __torch__.Tower,
    x: Tensor, w: Dict[str, Tensor], p: str, heads: int, causal: bool, mask: Optional[Tensor], rotation: Optional[Tensor],
    eps: float) -> Tensor:
    B = x.size(0)
    S = x.size(1)
    W = x.size(2)
    qkv = self.linear(x, w[p + "in_proj_weight"], w[p + "in_proj_bias"])  # (B, S, 3 W)
    q, k, v = torch.unbind(qkv.view([B, S, 3, heads, W // heads]).permute([2, 0, 3, 1, 4]))  # (B, heads, S, W / heads)
    q = self.norm(q, w, p + "ln_q", eps)
    k = self.norm(k, w, p + "ln_k", eps)
    if rotation is not None:
      q = self.rotate(q, rotation)
      k = self.rotate(k, rotation)
    a = torch.scaled_dot_product_attention(q, k, v, mask, 0., causal)
    if (p + "head_scale") in w:
      a = a * w[p + "head_scale"]
    return self.norm(a.transpose(1, 2).reshape([B, S, W]), w, p + "ln_inner", eps)

  def rotate(self: __torch__.Tower, x: Tensor, rotation: Tensor) -> Tensor:
    # Neighbouring features, two by two, are complex numbers here, and turned by others of unit length, (S, D / 2): one pass.
    pairs = torch.view_as_complex(x.to(6).view([x.size(0), x.size(1), x.size(2), -1, 2]))  # (B, heads, S, D / 2)
    return torch.view_as_real(pairs * rotation).flatten(3, 4).to(x.dtype)

  def widen_features(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], layer: str, activation: str) -> Tensor:
    if activation == "quick_gelu":
      f = self.linear(x, w[layer + ".weight"], w[layer + ".bias"])
      return f * torch.sigmoid(f * 1.702)
    if activation == "swiglu":
      gate, f = torch.chunk(self.linear(x, w[layer + ".weight"], w[layer + ".bias"]), 2, -1)
      return torch.silu(gate) * f
    return self.linear_gelu(x, w[layer + ".weight"], w[layer + ".bias"], activation)

  def add(self: __torch__.Tower,
    x: Tensor, y: Tensor, w: Dict[str, Tensor], layer: str, norm: str, scale: str, eps: float) -> Tensor:
    # x, and what a layer makes of y: in one step, unless a norm or a scale stands between.
    weight = w[layer + ".weight"]
    bias = w[layer + ".bias"]
    if (norm + ".weight") in w or scale in w:
      y = self.norm(self.linear(y, weight, bias), w, norm, eps)
      return x + (y * w[scale] if scale in w else y)
    return self.linear_add(y, x, weight, bias)

  def norm(self: __torch__.Tower, x: Tensor, w: Dict[str, Tensor], name: str, eps: float) -> Tensor:
    if (name + ".weight") in w:
      x = torch.layer_norm(x, [x.size(-1)], w[name + ".weight"], w[name + ".bias"], eps)
    return x
