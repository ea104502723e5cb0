variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "subnet_ids" {
  description = "Subnets without a way out, one a zone."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) == 3
    error_message = "subnet_ids must name three subnets, one a zone."
  }
}

variable "security_group_id" {
  description = "Group of the brokers."
  type        = string

  validation {
    condition     = startswith(var.security_group_id, "sg-")
    error_message = "security_group_id must begin with sg-."
  }
}

variable "key_arn" {
  description = "Key of the brokers' disks."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.key_arn))
    error_message = "key_arn must be the ARN of a KMS key."
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

variable "log_retention_days" {
  description = "How long the brokers' log is kept."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}

variable "kafka_version" {
  description = "A version that MSK offers with KRaft."
  type        = string
  default     = "3.9.x.kraft"

  validation {
    condition     = can(regex("^(3\\.(9|[0-9]{2})|4\\.[0-9]+)\\.x(\\.kraft)?$", var.kafka_version))
    error_message = "kafka_version must be 3.9 or newer as MSK writes it, such as 3.9.x.kraft or 4.0.x.kraft."
  }
}

variable "instance_type" {
  description = "Machine of a broker."
  type        = string
  default     = "kafka.m7g.large"

  validation {
    condition     = can(regex("^kafka\\.m(5|7g)\\.(large|[0-9]*xlarge)$", var.instance_type))
    error_message = "instance_type must be a kafka.m5 or kafka.m7g type."
  }
}

variable "disk_gib" {
  description = "Disk of a broker at first; it grows to disk_max_gib by itself."
  type        = number
  default     = 200

  validation {
    condition     = var.disk_gib >= 100 && var.disk_gib <= 16384
    error_message = "disk_gib must be between 100 and 16384."
  }
}

variable "disk_max_gib" {
  description = "Disk of a broker at most."
  type        = number
  default     = 1000

  validation {
    condition     = var.disk_max_gib >= var.disk_gib && var.disk_max_gib <= 16384
    error_message = "disk_max_gib must be between disk_gib and 16384."
  }
}

variable "partitions" {
  description = "Partitions of a topic whose records are many. More may be added later, but keys then move: choose well."
  type        = number
  default     = 12

  validation {
    condition     = contains([3, 6, 12, 24, 48], var.partitions)
    error_message = "partitions must be 3, 6, 12, 24 or 48."
  }
}

variable "retention_days" {
  description = "How long topics keep records. Shorter than the workers remember ids (octroi.messaging.inbox.retention, 30 days)."
  type        = number
  default     = 14

  validation {
    condition     = var.retention_days >= 3 && var.retention_days < 30
    error_message = "retention_days must be between 3 and 29: records older than the inbox remembers would be taken for new."
  }
}

variable "quarantine_gateways" {
  description = "How many gateways at most fill the quarantine at the same time; each has its own hourly limit."
  type        = number
  default     = 6

  validation {
    condition     = var.quarantine_gateways >= 1 && var.quarantine_gateways <= 50
    error_message = "quarantine_gateways must be between 1 and 50."
  }
}
