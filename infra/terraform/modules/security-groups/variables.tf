variable "name" {
  description = "Begins the name of every group."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "vpc_id" {
  description = "The VPC that the groups are in."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must begin with vpc-."
  }
}

variable "s3_prefix_list_id" {
  description = "Addresses of S3 in the region."
  type        = string

  validation {
    condition     = startswith(var.s3_prefix_list_id, "pl-")
    error_message = "s3_prefix_list_id must begin with pl-."
  }
}

variable "database_port" {
  description = "Port of the database; not the engine's usual one."
  type        = number
  default     = 5433

  validation {
    condition     = var.database_port >= 1150 && var.database_port <= 65535 && var.database_port != 5432
    error_message = "database_port must be between 1150 and 65535 and not 5432 (RDS.23)."
  }
}

variable "export_writers" {
  description = "Workers that put exports into S3."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.export_writers, ["payment-worker", "subscription-worker", "notifier"])) == 0
    error_message = "export_writers may name workers only; the gateway has nothing to export."
  }
}

variable "internet_services" {
  description = "Services that may call names on the internet; none by default."
  type        = set(string)
  default     = []

  validation {
    condition     = alltrue([for service in var.internet_services : contains(["gateway", "payment-worker", "notifier"], service)])
    error_message = "internet_services may only name gateway (signing certificates), payment-worker (providers' APIs) and notifier (channels' APIs)."
  }
}

variable "lag_scaling" {
  description = "Whether KEDA scales the workers: a group for its operator, which asks the broker for their lag."
  type        = bool
  default     = false
}
