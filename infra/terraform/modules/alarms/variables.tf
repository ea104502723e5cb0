variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "topic_arn" {
  description = "Where alarms are told."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:sns:", var.topic_arn))
    error_message = "topic_arn must be the ARN of an SNS topic."
  }
}

variable "load_balancer" {
  description = "Names of the load balancer and its target group in metrics."
  type        = object({ arn_suffix = string, target_group_arn_suffix = string })

  validation {
    condition     = startswith(var.load_balancer.arn_suffix, "app/") && startswith(var.load_balancer.target_group_arn_suffix, "targetgroup/")
    error_message = "load_balancer must hold the ARN suffixes app/… and targetgroup/…."
  }
}

variable "kafka_cluster" {
  description = "Name of the MSK cluster."
  type        = string

  validation {
    condition     = length(var.kafka_cluster) >= 1
    error_message = "kafka_cluster must be the name of the cluster."
  }
}

variable "database_cluster" {
  description = "Identifier of the database cluster."
  type        = string

  validation {
    condition     = length(var.database_cluster) >= 1
    error_message = "database_cluster must be the identifier of the cluster."
  }
}

variable "log_namespaces" {
  description = "Metric namespaces of the services' logs."
  type        = set(string)

  validation {
    condition     = length(var.log_namespaces) >= 1
    error_message = "log_namespaces must hold at least one namespace."
  }
}

variable "lag_seconds" {
  description = "How far a worker may be behind."
  type        = number
  default     = 60

  validation {
    condition     = var.lag_seconds >= 10 && var.lag_seconds <= 3600
    error_message = "lag_seconds must be between 10 and 3600."
  }
}
