# services -> firewall -> NAT gateway -> internet, and the same way back.
resource "aws_route" "app" {
  for_each = var.zones

  route_table_id         = each.value.route_table_id
  destination_cidr_block = "0.0.0.0/0"
  vpc_endpoint_id        = local.endpoints[each.key]
}

resource "aws_route_table" "firewall" {
  for_each = var.zones

  vpc_id = var.vpc_id
  tags   = { Name = "${var.name}-firewall-${each.key}" }
}

resource "aws_route" "firewall" {
  for_each = var.zones

  route_table_id         = aws_route_table.firewall[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[each.key].id
}

resource "aws_route_table_association" "firewall" {
  for_each = var.zones

  subnet_id      = aws_subnet.firewall[each.key].id
  route_table_id = aws_route_table.firewall[each.key].id
}

resource "aws_route_table" "egress" {
  for_each = var.zones

  vpc_id = var.vpc_id
  tags   = { Name = "${var.name}-egress-${each.key}" }
}

resource "aws_route" "egress" {
  for_each = var.zones

  route_table_id         = aws_route_table.egress[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = var.internet_gateway_id
}

# Answers go back through the firewall, or it would see half a conversation.
resource "aws_route" "answers" {
  for_each = var.zones

  route_table_id         = aws_route_table.egress[each.key].id
  destination_cidr_block = each.value.app_cidr
  vpc_endpoint_id        = local.endpoints[each.key]
}

resource "aws_route_table_association" "egress" {
  for_each = var.zones

  subnet_id      = aws_subnet.egress[each.key].id
  route_table_id = aws_route_table.egress[each.key].id
}
