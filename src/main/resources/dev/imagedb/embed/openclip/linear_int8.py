  def pack(self: __torch__.Tower, w: Dict[str, Tensor], name: str) -> Dict[str, Tensor]:
    # Weights of 8 bits, each output's in a scale of its own, which lies beside its bias: (out, 2). A layer without biases stays as it is.
    bias = name[:-6] + "bias"  # for "weight"
    if bias in w:
      weight = w[name]
      scale = torch.clamp(torch.amax(torch.abs(weight), [1]), 1e-30) / 127.
      w[name] = ops.onednn.qlinear_prepack(torch.round(weight / scale.unsqueeze(1)).to(1), None)
      w[bias] = torch.stack([w[bias], scale]).t()  # by columns in memory, as oneDNN wants the scales
    return w

  def quantized(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
    # Each row of x is rounded to 8 bits in a scale of its own: a large one does not cost the others their digits,
    # and a picture's vector does not depend on the rest of its batch.
    largest = torch.maximum(torch.amax(x, [-1], True), torch.neg(torch.amin(x, [-1], True)))
    row = torch.clamp(largest, 1e-30) / 127.
    # The processor multiplies unsigned bytes by signed ones, hence 128 for zero.
    bytes = torch.div(x, row).round_().to(1).to(0).bitwise_xor_(128)
    zero = torch.zeros([1], dtype=3)
    y = ops.onednn.qlinear_pointwise(bytes, 1., 128, weight, bias[:, 1], zero, None, 1., 0, 6, "none", annotate(List[Optional[number]], []), "")
    return y.mul_(row).add_(bias[:, 0])

  def linear(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    if bias is None:
      return torch.linear(x, weight)
    return self.quantized(x, weight, bias)

  def linear_add(self: __torch__.Tower, x: Tensor, residual: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return self.linear(x, weight, bias).add_(residual)

  def linear_gelu(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Optional[Tensor], approximate: str) -> Tensor:
    return torch.gelu_(self.linear(x, weight, bias), approximate=approximate)
