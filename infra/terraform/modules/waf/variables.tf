variable "name" {
  description = "Name of the web ACL."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "load_balancer_arn" {
  description = "What is protected."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:elasticloadbalancing:", var.load_balancer_arn))
    error_message = "load_balancer_arn must be the ARN of a load balancer."
  }
}

variable "requests_per_source_a_minute" {
  description = "More than this from one address are answered with 429 for a while. Providers send from few addresses: allow their peak."
  type        = number
  default     = 60000

  validation {
    condition     = var.requests_per_source_a_minute >= 100 && var.requests_per_source_a_minute <= 2000000 && floor(var.requests_per_source_a_minute) == var.requests_per_source_a_minute
    error_message = "requests_per_source_a_minute must be a whole number between 100 and 2000000."
  }
}

variable "provider_sources" {
  description = "Addresses by endpoint that its provider publishes. enforce=false only counts what comes from elsewhere; begin with that."
  type = map(object({
    addresses = list(string)
    enforce   = optional(bool, false)
  }))
  default = {}

  validation {
    condition     = length(var.provider_sources) <= 40 && alltrue([for endpoint in keys(var.provider_sources) : can(regex("^[a-z0-9][a-z0-9-]{0,62}$", endpoint))])
    error_message = "provider_sources may name at most 40 endpoints, each by the last part of its path: lower-case letters, digits and hyphens."
  }

  validation {
    condition     = alltrue(flatten([for source in values(var.provider_sources) : [for address in source.addresses : can(cidrhost(address, 0)) && !can(regex("/([0-9]|1[0-5])$", address))]]))
    error_message = "Addresses must be IPv4 ranges of /16 or narrower; a single address is written with /32."
  }

  validation {
    condition     = alltrue([for source in values(var.provider_sources) : length(source.addresses) > 0])
    error_message = "Each endpoint of provider_sources needs at least one address: an empty set would shut its provider out."
  }
}

variable "log_retention_days" {
  description = "How long it is kept what was stopped."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}

variable "logs_key_arn" {
  description = "Key of the log group."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.logs_key_arn))
    error_message = "logs_key_arn must be the ARN of a KMS key."
  }
}
