variable "name" {
  description = "Alias of the key, without alias/."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9/-]{1,60}$", var.name)) && !startswith(var.name, "aws/")
    error_message = "name must be 2 to 61 lower-case letters, digits, hyphens and slashes, and must not begin with aws/."
  }
}

variable "description" {
  description = "What is encrypted with it."
  type        = string

  validation {
    condition     = length(trimspace(var.description)) >= 10
    error_message = "description must say in at least 10 characters what is encrypted with the key."
  }
}

variable "services" {
  description = "Service principals of AWS that encrypt with it on their own, such as logs.eu-west-1.amazonaws.com."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.services : can(regex("^[a-z0-9.-]+\\.amazonaws\\.com(\\.cn)?$", service))])
    error_message = "services must be service principals, such as sns.amazonaws.com."
  }
}

variable "service_roles" {
  description = "Service-linked roles that use the key, by their ARNs."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for role in var.service_roles : can(regex("^arn:[^:]+:iam::[0-9]{12}:role/aws-service-role/", role))])
    error_message = "service_roles must be ARNs of service-linked roles (role/aws-service-role/…); everybody else is given the key by IAM."
  }
}

variable "rotation_period_days" {
  description = "After how many days new key material is made."
  type        = number
  default     = 365

  validation {
    condition     = var.rotation_period_days >= 90 && var.rotation_period_days <= 365
    error_message = "rotation_period_days must be between 90 and 365."
  }
}

variable "account_id" {
  description = "The account that owns the key."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}

variable "region" {
  description = "Where the key is."
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
