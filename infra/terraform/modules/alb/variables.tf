variable "name" {
  description = "Name of the load balancer."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "vpc_id" {
  description = "The VPC of the gateway's pods."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must begin with vpc-."
  }
}

variable "subnet_ids" {
  description = "Public subnets, one a zone."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) == 3
    error_message = "subnet_ids must name three public subnets, one a zone (ELB.13)."
  }
}

variable "security_group_id" {
  description = "Group of the load balancer."
  type        = string

  validation {
    condition     = startswith(var.security_group_id, "sg-")
    error_message = "security_group_id must begin with sg-."
  }
}

variable "certificate_arn" {
  description = "Certificate for the public name, from ACM, in the same region."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:acm:[^:]+:[0-9]{12}:certificate/", var.certificate_arn))
    error_message = "certificate_arn must be the ARN of an ACM certificate."
  }
}

variable "ssl_policy" {
  description = "Protocols and ciphers; TLS 1.2 with forward secrecy and TLS 1.3 by default."
  type        = string
  default     = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"

  validation {
    condition = contains([
      "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
      "ELBSecurityPolicy-TLS13-1-3-2021-06",
      "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04",
    ], var.ssl_policy)
    error_message = "ssl_policy must be one of the policies with TLS 1.2 or newer and forward secrecy only: ELBSecurityPolicy-TLS13-1-2-Res-2021-06, ELBSecurityPolicy-TLS13-1-3-2021-06 or their FIPS variants (ELB.17)."
  }
}

variable "access_logs_bucket" {
  description = "Bucket that access logs are written to."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.access_logs_bucket))
    error_message = "access_logs_bucket must be the name of an S3 bucket."
  }
}
