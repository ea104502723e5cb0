# AWS's own APIs, reached without leaving the VPC: no NAT gateway is needed for them.
locals {
  # These take a policy: only principals of this account may use the door.
  guarded = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager"]
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.services

  vpc_id              = var.vpc_id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = var.subnet_ids
  security_group_ids  = [var.security_group_id]
  private_dns_enabled = true

  policy = contains(local.guarded, each.key) ? jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OurPrincipalsOnly"
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalAccount" = var.account_id } }
    }]
  }) : null

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = var.vpc_id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = var.route_table_ids

  # Our own buckets, and the one that the layers of images lie in.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OwnBuckets"
        Effect    = "Allow"
        Principal = "*"
        Action    = ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListBucket"]
        Resource  = "*"
        Condition = { StringEquals = { "aws:ResourceAccount" = var.account_id, "aws:PrincipalAccount" = var.account_id } }
      },
      {
        Sid       = "ImageLayers"
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:${var.partition}:s3:::prod-${var.region}-starport-layer-bucket/*"
      },
    ]
  })

  tags = { Name = "${var.name}-s3" }
}
