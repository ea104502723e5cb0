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
  description = "Group of the database."
  type        = string

  validation {
    condition     = startswith(var.security_group_id, "sg-")
    error_message = "security_group_id must begin with sg-."
  }
}

variable "key_arn" {
  description = "Key of the data, the snapshots and the administrator's password."
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
  description = "How long the database's log is kept."
  type        = number
  default     = 90

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}

variable "engine_version" {
  description = "Aurora PostgreSQL, major.minor."
  type        = string
  default     = "17.5"

  validation {
    condition     = can(regex("^(16|17|18)\\.[0-9]+$", var.engine_version))
    error_message = "engine_version must be 16.x, 17.x or 18.x."
  }
}

variable "instance_class" {
  description = "Machine of a database instance."
  type        = string
  default     = "db.r7g.large"

  validation {
    condition     = can(regex("^db\\.(r[678]g|r[678]i|t4g)\\.(medium|large|[0-9]*xlarge)$", var.instance_class))
    error_message = "instance_class must be a db.r6g, r7g, r8g, r6i, r7i, r8i or t4g class."
  }
}

variable "instances" {
  description = "One that writes and as many that stand by."
  type        = number
  default     = 2

  validation {
    condition     = var.instances >= 2 && var.instances <= 6
    error_message = "instances must be between 2 and 6: one stands by in another zone."
  }
}

variable "port" {
  description = "Port of the database; not the engine's usual one."
  type        = number
  default     = 5433

  validation {
    condition     = var.port >= 1150 && var.port <= 65535 && var.port != 5432
    error_message = "port must be between 1150 and 65535 and not 5432 (RDS.23)."
  }
}

variable "backup_days" {
  description = "To any moment of how many days the database can be taken back."
  type        = number
  default     = 35

  validation {
    condition     = var.backup_days >= 7 && var.backup_days <= 35
    error_message = "backup_days must be between 7 and 35."
  }
}

variable "alarm_topic_arn" {
  description = "Where events of the database are told."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:sns:", var.alarm_topic_arn))
    error_message = "alarm_topic_arn must be the ARN of an SNS topic."
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
