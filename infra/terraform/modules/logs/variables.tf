variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "key_arn" {
  description = "Key of the log groups."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.key_arn))
    error_message = "key_arn must be the ARN of a KMS key."
  }
}

variable "retention_days" {
  description = "How long a service's log is kept."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.retention_days)
    error_message = "retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}

variable "services" {
  description = "Who writes a log."
  type        = set(string)
  default     = ["gateway", "payment-worker", "subscription-worker", "notifier", "jobs"]

  validation {
    condition     = length(var.services) >= 1 && alltrue([for service in var.services : can(regex("^[a-z][a-z0-9-]{1,40}$", service))])
    error_message = "services must hold names of lower-case letters, digits and hyphens."
  }
}
