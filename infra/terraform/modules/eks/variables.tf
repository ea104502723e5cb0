variable "name" {
  description = "Begins the name of everything that is made."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must be 3 to 24 lower-case letters, digits and hyphens, beginning with a letter."
  }
}

variable "kubernetes_version" {
  description = "Minor version, one that AWS supports at the standard price."
  type        = string
  default     = "1.34"

  validation {
    condition     = can(regex("^1\\.(3[3-9]|[4-9][0-9])$", var.kubernetes_version))
    error_message = "kubernetes_version must be 1.33 or newer, as major.minor (EKS.2)."
  }
}

variable "subnet_ids" {
  description = "Private subnets of nodes and of the API server's interfaces, one a zone."
  type        = list(string)

  validation {
    condition     = length(distinct(var.subnet_ids)) == 3
    error_message = "subnet_ids must name three subnets, one a zone."
  }
}

variable "control_plane_security_group_id" {
  description = "Group of the API server."
  type        = string

  validation {
    condition     = startswith(var.control_plane_security_group_id, "sg-")
    error_message = "control_plane_security_group_id must begin with sg-."
  }
}

variable "nodes_security_group_id" {
  description = "Group of the nodes."
  type        = string

  validation {
    condition     = startswith(var.nodes_security_group_id, "sg-")
    error_message = "nodes_security_group_id must begin with sg-."
  }
}

variable "secrets_key_arn" {
  description = "Key that Kubernetes secrets are encrypted with."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.secrets_key_arn))
    error_message = "secrets_key_arn must be the ARN of a KMS key."
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

variable "volumes_key_arn" {
  description = "Key of the nodes' disks."
  type        = string

  validation {
    condition     = can(regex("^arn:[^:]+:kms:[^:]+:[0-9]{12}:key/", var.volumes_key_arn))
    error_message = "volumes_key_arn must be the ARN of a KMS key."
  }
}

variable "log_retention_days" {
  description = "How long the audit log is kept."
  type        = number
  default     = 365

  validation {
    condition     = contains([30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "log_retention_days must be one of 30, 60, 90, 120, 150, 180, 365, 400, 545 or 731."
  }
}

variable "administrators" {
  description = "Roles whose holders administer the cluster."
  type        = set(string)

  validation {
    condition     = length(var.administrators) >= 1 && alltrue([for role in var.administrators : can(regex("^arn:[^:]+:iam::[0-9]{12}:role/", role))])
    error_message = "administrators must name at least one IAM role by its ARN; nobody else gets in, the one who creates the cluster included."
  }
}

variable "nodes" {
  description = "Machines that the services run on."
  type = object({
    instance_types = optional(list(string), ["m7g.large"])
    architecture   = optional(string, "arm64")
    min            = optional(number, 3)
    max            = optional(number, 9)
    disk_gib       = optional(number, 40)
  })
  default = {}

  validation {
    condition     = var.nodes.min >= 3 && var.nodes.max >= var.nodes.min && var.nodes.max <= 100
    error_message = "nodes.min must be at least 3 (one a zone), and nodes.max between nodes.min and 100."
  }

  validation {
    condition     = contains(["arm64", "x86_64"], var.nodes.architecture)
    error_message = "nodes.architecture must be arm64 or x86_64, as the images are."
  }

  validation {
    condition     = var.nodes.disk_gib >= 20 && var.nodes.disk_gib <= 500
    error_message = "nodes.disk_gib must be between 20 and 500."
  }

  validation {
    condition     = length(var.nodes.instance_types) >= 1 && alltrue([for type in var.nodes.instance_types : can(regex("^[cmr][5-9][a-z]*\\.(large|[0-9]*xlarge)$", type))])
    error_message = "nodes.instance_types must be c, m or r types of generation 5 or newer, large or larger: only those carry a security group a pod."
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
