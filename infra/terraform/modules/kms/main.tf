# One key for one purpose: who may use it is said by the services of AWS that encrypt with it, and
# by the IAM policies of the account for everybody else.
locals {
  service_statements = [
    for service in var.services : {
      Sid       = "Use${replace(title(replace(split(".", service)[0], "-", " ")), " ", "")}"
      Effect    = "Allow"
      Principal = { Service = service }
      Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"]
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    } if !startswith(service, "logs.")
  ]

  # CloudWatch Logs sends no source account; the log group is in the encryption context instead.
  log_statements = [
    for service in var.services : {
      Sid       = "UseLogs"
      Effect    = "Allow"
      Principal = { Service = service }
      Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"]
      Resource  = "*"
      Condition = {
        ArnLike = { "kms:EncryptionContext:aws:logs:arn" = "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:*" }
      }
    } if startswith(service, "logs.")
  ]

  # Roles that AWS acts under, such as those that start nodes: they hand the key on to a disk.
  user_statements = flatten([
    for index, role in sort(var.service_roles) : [
      {
        Sid       = "UseByRole${index}"
        Effect    = "Allow"
        Principal = { AWS = role }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = var.account_id } }
      },
      {
        Sid       = "HandOnByRole${index}"
        Effect    = "Allow"
        Principal = { AWS = role }
        Action    = ["kms:CreateGrant"]
        Resource  = "*"
        Condition = { StringEquals = { "kms:CallerAccount" = var.account_id }, Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
    ]
  ])

  account_statement = {
    Sid       = "AccountDecidesByIam"
    Effect    = "Allow"
    Principal = { AWS = "arn:${var.partition}:iam::${var.account_id}:root" }
    Action    = ["kms:*"]
    Resource  = "*"
    Condition = { StringEquals = { "kms:CallerAccount" = var.account_id } }
  }
}

resource "aws_kms_key" "this" {
  description             = var.description
  enable_key_rotation     = true
  rotation_period_in_days = var.rotation_period_days
  deletion_window_in_days = 30

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = concat([local.account_statement], local.service_statements, local.log_statements, local.user_statements)
  })
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.key_id
}
