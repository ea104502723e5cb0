variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "account_id" {
  description = "The account that everything is in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
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

variable "exports_key_arn" {
  description = "Key of the exports."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.exports_key_arn))
    error_message = "exports_key_arn must be the ARN of a KMS key."
  }
}

variable "export_days" {
  description = "After how many days an export is deleted."
  type        = number
  default     = 7

  validation {
    condition     = var.export_days >= 1 && var.export_days <= 90
    error_message = "export_days must be between 1 and 90: an export holds personal data."
  }
}

variable "log_days" {
  description = "How long access logs are kept."
  type        = number
  default     = 365

  validation {
    condition     = var.log_days >= 90 && var.log_days <= 1095
    error_message = "log_days must be between 90 and 1095."
  }
}
