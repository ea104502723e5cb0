variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "vpc_id" {
  description = "The VPC."
  type        = string

  validation {
    condition     = startswith(var.vpc_id, "vpc-")
    error_message = "vpc_id must begin with vpc-."
  }
}

variable "zones" {
  description = "The zones of the VPC, with the addresses and the route table of the services in each."
  type        = map(object({ app_cidr = string, route_table_id = string }))

  validation {
    condition     = length(var.zones) == 3 && alltrue([for zone in values(var.zones) : can(cidrhost(zone.app_cidr, 0))])
    error_message = "zones must hold three zones, each with the range of the services and their route table."
  }
}

variable "cidr" {
  description = "Addresses of the VPC."
  type        = string

  validation {
    condition     = can(cidrhost(var.cidr, 0))
    error_message = "cidr must be an IPv4 range."
  }
}

variable "internet_gateway_id" {
  description = "The VPC's internet gateway."
  type        = string

  validation {
    condition     = startswith(var.internet_gateway_id, "igw-")
    error_message = "internet_gateway_id must begin with igw-."
  }
}

variable "domains" {
  description = "Names that may be called over TLS, nothing else. A leading dot allows what is below a name."
  type        = set(string)

  validation {
    condition     = length(var.domains) >= 1 && length(var.domains) <= 100
    error_message = "domains must hold 1 to 100 names; without any, leave the module out."
  }

  validation {
    condition     = alltrue([for domain in var.domains : can(regex("^\\.?([a-z0-9-]+\\.)+[a-z]{2,}$", domain))])
    error_message = "domains must be lower-case host names such as api.stripe.com; no scheme, port, path or star."
  }

  validation {
    condition     = alltrue([for domain in var.domains : !contains([".com", ".net", ".org", ".io", ".amazonaws.com"], domain)])
    error_message = "domains must not allow a whole top-level domain or all of amazonaws.com: data could leave by it."
  }
}

variable "key_arn" {
  description = "Key of the firewall and its rules."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.key_arn))
    error_message = "key_arn must be the ARN of a KMS key."
  }
}

variable "logs_key_arn" {
  description = "Key of the log groups."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.logs_key_arn))
    error_message = "logs_key_arn must be the ARN of a KMS key."
  }
}

variable "log_retention_days" {
  description = "How long it is kept what was called and what was refused."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}
