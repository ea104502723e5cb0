# A VPC over three zones. The load balancer alone is in public subnets; services, broker and
# database are in subnets that have no route out of the VPC.
locals {
  zones = { for index, zone in var.zones : zone => index }

  # Services need many addresses (one a pod); the other subnets are small and lie above them.
  app_cidrs    = { for zone, index in local.zones : zone => cidrsubnet(var.cidr, 4, index) }
  public_cidrs = { for zone, index in local.zones : zone => cidrsubnet(var.cidr, 8, 48 + index) }
  data_cidrs   = { for zone, index in local.zones : zone => cidrsubnet(var.cidr, 8, 64 + index) }
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = var.name }
}

# Who is not told which group to use gets one that lets nothing through.
resource "aws_default_security_group" "none" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-default-unused" }
}

resource "aws_default_route_table" "none" {
  default_route_table_id = aws_vpc.this.default_route_table_id
  tags                   = { Name = "${var.name}-default-unused" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = var.name }
}

resource "aws_subnet" "public" {
  for_each = local.public_cidrs

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-public-${each.key}", "kubernetes.io/role/elb" = "1" }
}

resource "aws_subnet" "app" {
  for_each = local.app_cidrs

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-app-${each.key}", "kubernetes.io/role/internal-elb" = "1" }
}

resource "aws_subnet" "data" {
  for_each = local.data_cidrs

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = { Name = "${var.name}-data-${each.key}" }
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-public" }
}

resource "aws_route" "internet" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  for_each = aws_subnet.public

  subnet_id      = each.value.id
  route_table_id = aws_route_table.public.id
}

# One a zone, so that an egress path, if there is one, stays within its zone.
resource "aws_route_table" "app" {
  for_each = local.app_cidrs

  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-app-${each.key}" }
}

resource "aws_route_table_association" "app" {
  for_each = aws_subnet.app

  subnet_id      = each.value.id
  route_table_id = aws_route_table.app[each.key].id
}

resource "aws_route_table" "data" {
  vpc_id = aws_vpc.this.id
  tags   = { Name = "${var.name}-data" }
}

resource "aws_route_table_association" "data" {
  for_each = aws_subnet.data

  subnet_id      = each.value.id
  route_table_id = aws_route_table.data.id
}
