# The second line behind the security groups: what a group should let through by mistake still
# stops at the subnet. No rule here admits a shell from anywhere.
resource "aws_default_network_acl" "none" {
  default_network_acl_id = aws_vpc.this.default_network_acl_id
  tags                   = { Name = "${var.name}-default-unused" }

  # Subnets that are given an ACL of their own leave this one.
  lifecycle {
    ignore_changes = [subnet_ids]
  }
}

resource "aws_network_acl" "public" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.public : subnet.id]
  tags       = { Name = "${var.name}-public" }

  dynamic "ingress" {
    for_each = { 100 = 80, 110 = 443 }
    content {
      rule_no    = ingress.key
      protocol   = "tcp"
      action     = "allow"
      cidr_block = "0.0.0.0/0"
      from_port  = ingress.value
      to_port    = ingress.value
    }
  }

  # Answers of the gateway to the load balancer.
  ingress {
    rule_no    = 200
    protocol   = "tcp"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 1024
    to_port    = 65535
  }

  egress {
    rule_no    = 100
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 1024
    to_port    = 65535
  }
}

resource "aws_network_acl" "app" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.app : subnet.id]
  tags       = { Name = "${var.name}-app" }

  ingress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 0
    to_port    = 0
  }

  # Answers of S3 through its gateway endpoint, and of the providers where egress is allowed. The
  # port of remote desktops lies in between and is left out.
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
    protocol   = "-1"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 0
    to_port    = 0
  }

  egress {
    rule_no    = 200
    protocol   = "tcp"
    action     = "allow"
    cidr_block = "0.0.0.0/0"
    from_port  = 443
    to_port    = 443
  }
}

resource "aws_network_acl" "data" {
  vpc_id     = aws_vpc.this.id
  subnet_ids = [for subnet in aws_subnet.data : subnet.id]
  tags       = { Name = "${var.name}-data" }

  ingress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 0
    to_port    = 0
  }

  egress {
    rule_no    = 100
    protocol   = "-1"
    action     = "allow"
    cidr_block = var.cidr
    from_port  = 0
    to_port    = 0
  }
}
