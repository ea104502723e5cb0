variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "cidr" {
  description = "Private addresses of the VPC, /16 to /20."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr, 0)) && can(regex("/(16|17|18|19|20)$", var.cidr)) && can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.cidr))
    error_message = "cidr must be a private range (10/8, 172.16/12 or 192.168/16) with a prefix from /16 to /20."
  }
}

variable "zones" {
  description = "Three availability zones of the region."
  type        = list(string)

  validation {
    condition     = length(distinct(var.zones)) == 3 && length(var.zones) == 3
    error_message = "zones must name three different availability zones: the broker keeps three copies, one a zone."
  }
}

variable "flow_log_retention_days" {
  description = "How long it is kept who talked to whom."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.flow_log_retention_days)
    error_message = "flow_log_retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}

variable "logs_key_arn" {
  description = "Key of the flow logs."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.logs_key_arn))
    error_message = "logs_key_arn must be the ARN of a KMS key."
  }
}

variable "account_id" {
  description = "The account that the VPC is in."
  type        = string

  validation {
    condition     = can(regex("^[0-9]{12}$", var.account_id))
    error_message = "account_id must be 12 digits."
  }
}
