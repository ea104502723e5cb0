variable "name" {
  description = "Begins the name of everything; one name an environment."
  type        = string
  default     = "octroi"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 20 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "region" {
  description = "Where everything is."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be the name of an AWS region, such as eu-west-1."
  }
}

variable "zones" {
  description = "Three availability zones of the region."
  type        = list(string)

  validation {
    condition     = length(distinct(var.zones)) == 3 && length(var.zones) == 3 && alltrue([for zone in var.zones : startswith(zone, var.region)])
    error_message = "zones must name three different zones of the region."
  }
}

variable "cidr" {
  description = "Private addresses of the VPC; must not overlap with what it is to be connected with."
  type        = string
  default     = "10.40.0.0/16"
}

variable "certificate_arn" {
  description = "ACM certificate for the public name that providers post to."
  type        = string
}

variable "administrators" {
  description = "IAM roles that administer the cluster."
  type        = set(string)
}

variable "alarm_subscribers" {
  description = "Who is told of alarms."
  type        = map(object({ protocol = string, endpoint = string }))
}

variable "endpoints" {
  description = "Webhook endpoints by name. signed: has a secret to verify with; asks_api: the payment-worker asks the provider's API and needs credentials."
  type = map(object({
    signed   = optional(bool, true)
    asks_api = optional(bool, true)
  }))

  validation {
    condition     = length(var.endpoints) >= 1 && alltrue([for endpoint in keys(var.endpoints) : can(regex("^[a-z0-9][a-z0-9-]{0,62}$", endpoint))])
    error_message = "endpoints must hold at least one, named as in octroi.gateway.endpoints: lower-case letters, digits and hyphens."
  }
}

variable "channels" {
  description = "Credentials of the notifier: telegram, smtp, twilio."
  type        = set(string)
  default     = ["telegram", "smtp"]

  validation {
    condition     = length(setsubtract(var.channels, ["telegram", "smtp", "twilio"])) == 0
    error_message = "channels may be telegram, smtp and twilio."
  }
}

variable "rotation_functions" {
  description = "Lambda function that rotates a secret, by the secret's name such as providers/stripe."
  type        = map(string)
  default     = {}
}

variable "provider_sources" {
  description = "Published addresses by endpoint: a second factor, never in place of the signature."
  type = map(object({
    addresses = list(string)
    enforce   = optional(bool, false)
  }))
  default = {}

  validation {
    condition     = length(setsubtract(keys(var.provider_sources), keys(var.endpoints))) == 0
    error_message = "provider_sources may only name endpoints of var.endpoints."
  }
}

variable "egress" {
  description = "Host names that a service may call on the internet, over TLS, by service. Empty: there is no way out at all."
  type        = map(set(string))
  default     = {}

  validation {
    condition     = length(setsubtract(keys(var.egress), ["gateway", "payment-worker", "notifier"])) == 0
    error_message = "egress may only name gateway, payment-worker and notifier."
  }

  validation {
    condition     = alltrue([for domains in values(var.egress) : length(domains) > 0])
    error_message = "A service of egress needs at least one host name; leave it out if it has none."
  }
}

variable "export_writers" {
  description = "Workers that put exports into S3 and sign links to them."
  type        = set(string)
  default     = []
}

variable "lag_scaling" {
  description = "Whether KEDA scales the workers by their lag: its operator, in the namespace keda, gets a role and a security group."
  type        = bool
  default     = false
}
