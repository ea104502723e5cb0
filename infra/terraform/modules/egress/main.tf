# The way out, for the few services that must call providers on the internet. Services reach a
# firewall first, which lets through TLS to named hosts only, then a NAT gateway, then the
# internet. Each zone has its own, so that a zone that is lost takes no other with it.
locals {
  order = sort(keys(var.zones))
  index = { for position, zone in local.order : zone => position }

  egress_cidrs   = { for zone, position in local.index : zone => cidrsubnet(var.cidr, 8, 80 + position) }
  firewall_cidrs = { for zone, position in local.index : zone => cidrsubnet(var.cidr, 8, 96 + position) }

  endpoints = { for state in tolist(aws_networkfirewall_firewall.this.firewall_status[0].sync_states) :
    state.availability_zone => state.attachment[0].endpoint_id
  }
}

resource "aws_subnet" "firewall" {
  for_each = local.firewall_cidrs

  vpc_id                  = var.vpc_id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-firewall-${each.key}" }
}

# Apart from the load balancer's subnets, which stay its own.
resource "aws_subnet" "egress" {
  for_each = local.egress_cidrs

  vpc_id                  = var.vpc_id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-egress-${each.key}" }
}

resource "aws_eip" "nat" {
  for_each = var.zones

  domain = "vpc"
  tags   = { Name = "${var.name}-egress-${each.key}" }
}

resource "aws_nat_gateway" "this" {
  for_each = var.zones

  subnet_id     = aws_subnet.egress[each.key].id
  allocation_id = aws_eip.nat[each.key].allocation_id
  tags          = { Name = "${var.name}-${each.key}" }
}

# Out on 443, answers in; nothing else passes these subnets.
resource "aws_network_acl" "this" {
  vpc_id     = var.vpc_id
  subnet_ids = [for subnet in concat(values(aws_subnet.firewall), values(aws_subnet.egress)) : subnet.id]
  tags       = { Name = "${var.name}-egress" }

  ingress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 443
    to_port    = 443
  }

  dynamic "ingress" {
    for_each = { 200 = [1024, 3388], 210 = [3390, 65535] }
    content {
      rule_no    = ingress.key
      protocol   = "tcp"
      action     = "allow"
      cidr_block = "0.0.0.0/0"
      from_port  = ingress.value[0]
      to_port    = ingress.value[1]
    }
  }

  egress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 443
    to_port    = 443
  }

  egress {
    rule_no    = 200
    protocol   = "tcp"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 1024
    to_port    = 65535
  }
}
