variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "key_arn" {
  description = "Key of the images."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.key_arn))
    error_message = "key_arn must be the ARN of a KMS key."
  }
}

variable "images" {
  description = "Images of the services and of what runs beside them."
  type        = set(string)
  default     = ["gateway", "payment-worker", "subscription-worker", "notifier", "jobs"]

  validation {
    condition     = length(var.images) >= 1 && alltrue([for image in var.images : can(regex("^[a-z0-9][a-z0-9/-]{1,60}$", image))])
    error_message = "images must hold names of lower-case letters, digits, hyphens and slashes."
  }
}

variable "keep_images" {
  description = "How many images of each are kept."
  type        = number
  default     = 50

  validation {
    condition     = var.keep_images >= 10 && var.keep_images <= 1000
    error_message = "keep_images must be between 10 and 1000: what may be rolled back to must still be there."
  }
}
