variable "name" {
  description = "Begins the name of every endpoint."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "vpc_id" {
  description = "The VPC that the endpoints are in."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must begin with vpc-."
  }
}

variable "subnet_ids" {
  description = "Private subnets, one a zone."
  type        = list(string)

  validation {
    condition     = length(var.subnet_ids) == 3
    error_message = "subnet_ids must name three subnets, one a zone: an endpoint outlives a zone."
  }
}

variable "route_table_ids" {
  description = "Routes that lead to S3 through its gateway endpoint."
  type        = list(string)

  validation {
    condition     = length(var.route_table_ids) >= 1
    error_message = "route_table_ids must name at least one route table."
  }
}

variable "security_group_id" {
  description = "Says who may use the endpoints."
  type        = string

  validation {
    condition     = startswith(var.security_group_id, "sg-")
    error_message = "security_group_id must begin with sg-."
  }
}

variable "services" {
  description = "AWS services that have an interface endpoint."
  type        = set(string)
  default = [
    "autoscaling", "ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "elasticloadbalancing", "email-smtp",
    "kms", "logs", "monitoring", "secretsmanager", "ssm", "sts", "xray",
  ]

  validation {
    condition = length(setsubtract(
      ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "kms", "logs", "secretsmanager", "ssm", "sts", "xray"],
      var.services
    )) == 0
    error_message = "services must hold at least ec2, ecr.api, ecr.dkr, eks, eks-auth, kms, logs, secretsmanager, ssm, sts and xray: without them nodes do not join or services do not start."
  }
}

variable "account_id" {
  description = "The account whose principals may use the endpoints."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "region" {
  description = "Where the VPC is."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be the name of an AWS region, such as eu-west-1."
  }
}

variable "partition" {
  description = "aws, aws-cn or aws-us-gov."
  type        = string
  default     = "aws"

  validation {
    condition     = contains(["aws", "aws-cn", "aws-us-gov"], var.partition)
    error_message = "partition must be aws, aws-cn or aws-us-gov."
  }
}
