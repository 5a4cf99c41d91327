  def pack(self: __torch__.Tower, w: Dict[str, Tensor], name: str) -> Dict[str, Tensor]:
    return w

  def linear(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return torch.linear(x, weight, bias)

  def linear_add(self: __torch__.Tower, x: Tensor, residual: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
    return residual + torch.linear(x, weight, bias)

  def linear_gelu(self: __torch__.Tower, x: Tensor, weight: Tensor, bias: Optional[Tensor], approximate: str) -> Tensor:
    return torch.gelu(torch.linear(x, weight, bias), approximate=approximate)
