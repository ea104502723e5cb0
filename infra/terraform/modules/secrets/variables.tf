variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "key_arn" {
  description = "Key of the secrets, and of nothing else."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.key_arn))
    error_message = "key_arn must be the ARN of a KMS key."
  }
}

variable "secrets" {
  description = "Secrets by name: what each is, who owns it, and the function that rotates it, if its provider can be asked for a new one."
  type = map(object({
    description           = string
    owner                 = string
    rotation_function_arn = optional(string)
    rotate_after_days     = optional(number, 90)
  }))

  validation {
    condition     = length(var.secrets) >= 1 && alltrue([for name in keys(var.secrets) : can(regex("^(webhooks|providers|gateway|payment-worker|subscription-worker|notifier)/[a-z0-9][a-z0-9-]{0,62}$", name))])
    error_message = "secrets must be named <kind>/<name>, with the kind webhooks, providers or the name of a service: one secret a provider endpoint and service."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : contains(["gateway", "payment-worker", "subscription-worker", "notifier"], secret.owner)])
    error_message = "The owner of a secret must be gateway, payment-worker, subscription-worker or notifier."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : secret.rotation_function_arn == null || can(regex("^arn:[^:]+:lambda:", secret.rotation_function_arn))])
    error_message = "rotation_function_arn must be the ARN of a Lambda function."
  }

  validation {
    condition     = alltrue([for secret in values(var.secrets) : secret.rotate_after_days >= 1 && secret.rotate_after_days <= 90])
    error_message = "rotate_after_days must be between 1 and 90 (SecretsManager.4)."
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
