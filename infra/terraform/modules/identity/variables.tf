variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
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

variable "region" {
  description = "Where everything is."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be the name of an AWS region, such as eu-west-1."
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

variable "cluster_name" {
  description = "The EKS cluster whose pods take the roles."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,99}$", var.cluster_name))
    error_message = "cluster_name must be the name of an EKS cluster."
  }
}

variable "cluster_arn" {
  description = "The EKS cluster whose pods take the roles."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:eks:[^:]+:[0-9]{12}:cluster/", var.cluster_arn))
    error_message = "cluster_arn must be the ARN of an EKS cluster."
  }
}

variable "namespace" {
  description = "Where the services run."
  type        = string
  default     = "octroi"

  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{0,62}$", var.namespace)) && !startswith(var.namespace, "kube-")
    error_message = "namespace must be a Kubernetes name and not one of Kubernetes' own."
  }
}

variable "kafka_arn" {
  description = "The MSK cluster."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kafka:[^:]+:[0-9]{12}:cluster/[^/]+/[^/]+$", var.kafka_arn))
    error_message = "kafka_arn must be the ARN of an MSK cluster."
  }
}

variable "database_resource_id" {
  description = "Names the database in rds-db:connect."
  type        = string

  validation {
    condition     = can(regex("^cluster-[A-Za-z0-9]+$", var.database_resource_id))
    error_message = "database_resource_id must be a resource id such as cluster-ABC123, not the identifier."
  }
}

variable "database_users" {
  description = "Database user by service."
  type        = map(string)

  validation {
    condition     = alltrue([for service in ["payment-worker", "subscription-worker", "notifier"] : contains(keys(var.database_users), service)]) && !contains(keys(var.database_users), "gateway")
    error_message = "database_users must name a user for each worker, and none for the gateway, which has no database."
  }
}

variable "secret_arns" {
  description = "Secrets that each service may read."
  type        = map(list(string))

  validation {
    condition     = alltrue([for arn in flatten(values(var.secret_arns)) : can(regex("^arn:[^:]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^*]+$", arn))])
    error_message = "secret_arns must hold whole ARNs of secrets; a star would let one service read another's."
  }
}

variable "secrets_key_arn" {
  description = "Key of the secrets."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.secrets_key_arn))
    error_message = "secrets_key_arn must be the ARN of a KMS key."
  }
}

variable "administrator_secret_arn" {
  description = "Password of the database's administrator."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:secretsmanager:[^:]+:[0-9]{12}:secret:[^*]+$", var.administrator_secret_arn))
    error_message = "administrator_secret_arn must be the ARN of a secret."
  }
}

variable "database_key_arn" {
  description = "Key of that password."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.database_key_arn))
    error_message = "database_key_arn must be the ARN of a KMS key."
  }
}

variable "topics" {
  description = "Names of all topics, for the job that creates them."
  type        = list(string)

  validation {
    condition     = length(var.topics) >= 1 && alltrue([for topic in var.topics : can(regex("^[a-z0-9][a-z0-9.-]{1,200}$", topic))])
    error_message = "topics must hold whole names of topics, without a star."
  }
}

variable "target_group_arn" {
  description = "Where the gateway's pods are registered."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:elasticloadbalancing:[^:]+:[0-9]{12}:targetgroup/", var.target_group_arn))
    error_message = "target_group_arn must be the ARN of a target group."
  }
}

variable "log_group_arns" {
  description = "Log groups that the collector writes."
  type        = list(string)

  validation {
    condition     = length(var.log_group_arns) >= 1
    error_message = "log_group_arns must hold at least one log group."
  }
}

variable "export_writers" {
  description = "Services that put exports and sign links to them."
  type        = set(string)
  default     = []

  validation {
    condition     = length(setsubtract(var.export_writers, ["payment-worker", "subscription-worker", "notifier"])) == 0
    error_message = "export_writers may name workers only; the gateway has nothing to export."
  }
}

variable "exports_bucket_arn" {
  description = "Bucket of the exports."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:s3:::", var.exports_bucket_arn))
    error_message = "exports_bucket_arn must be the ARN of a bucket."
  }
}

variable "exports_key_arn" {
  description = "Key of the exports."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.exports_key_arn))
    error_message = "exports_key_arn must be the ARN of a KMS key."
  }
}

variable "lag_scaling" {
  description = "Whether KEDA scales the workers: a role for its operator, which may ask for their lag."
  type        = bool
  default     = false
}
