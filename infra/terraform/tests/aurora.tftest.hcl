mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name              = "octroi"
  subnet_ids        = ["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000003"]
  security_group_id = "sg-00000000000000001"
  key_arn           = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  logs_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  alarm_topic_arn   = "arn:aws:sns:eu-west-1:111122223333:alarms"
}

run "holds" {
  command = plan

  module {
    source = "../modules/aurora"
  }

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : instance.publicly_accessible == false])
    error_message = "RDS.2: the database must not be reached from outside."
  }

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : instance.monitoring_interval > 0])
    error_message = "RDS.6: the machines of the database must be monitored."
  }

  assert {
    condition     = aws_rds_cluster.this.deletion_protection
    error_message = "RDS.7: nobody may delete the database by mistake."
  }

  assert {
    condition     = aws_rds_cluster.this.iam_database_authentication_enabled
    error_message = "RDS.12: services must sign in by IAM."
  }

  assert {
    condition     = alltrue([for instance in aws_rds_cluster_instance.this : instance.auto_minor_version_upgrade])
    error_message = "RDS.13: minor versions must be put in by themselves."
  }

  assert {
    condition     = length(aws_rds_cluster_instance.this) >= 2 && length(aws_db_subnet_group.this.subnet_ids) == 3
    error_message = "RDS.15: an instance must stand by in another zone."
  }

  assert {
    condition     = aws_rds_cluster.this.copy_tags_to_snapshot
    error_message = "RDS.16: snapshots must say whose they are."
  }

  assert {
    condition     = toset(aws_db_event_subscription.this["db-cluster"].event_categories) == toset(["failover", "failure", "maintenance"])
    error_message = "RDS.19: critical events of the cluster must be told."
  }

  assert {
    condition     = length(setsubtract(["configuration change", "failure", "maintenance"], aws_db_event_subscription.this["db-instance"].event_categories)) == 0
    error_message = "RDS.20: critical events of instances must be told."
  }

  assert {
    condition     = try(contains(aws_db_event_subscription.this["db-parameter-group"].event_categories, "configuration change"), false)
    error_message = "RDS.21: changes of parameters must be told."
  }

  assert {
    condition     = try(length(setsubtract(["configuration change", "failure"], aws_db_event_subscription.this["db-security-group"].event_categories)) == 0, false)
    error_message = "RDS.22: changes of security groups must be told."
  }

  assert {
    condition     = aws_rds_cluster.this.port != 5432
    error_message = "RDS.23: the port must not be the engine's usual one."
  }

  assert {
    condition     = !contains(["postgres", "admin", "administrator"], aws_rds_cluster.this.master_username)
    error_message = "RDS.24: the administrator must not have the usual name."
  }

  assert {
    condition     = aws_rds_cluster.this.storage_encrypted && aws_rds_cluster.this.kms_key_id != null
    error_message = "RDS.27: data and snapshots must be encrypted with a key of ours."
  }

  assert {
    condition     = contains(aws_rds_cluster.this.enabled_cloudwatch_logs_exports, "postgresql")
    error_message = "RDS.37: the database must publish its log."
  }

  assert {
    condition     = contains([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"], "1")
    error_message = "Without TLS nobody gets in."
  }

  assert {
    condition     = contains([for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "log_parameter_max_length"], "0")
    error_message = "Values of statements must not be logged."
  }

  assert {
    condition     = aws_rds_cluster.this.backup_retention_period == 35 && aws_rds_cluster.this.skip_final_snapshot == false && aws_rds_cluster.this.manage_master_user_password
    error_message = "There must be backups, and no password in the state."
  }

  assert {
    condition     = alltrue([for role in values(output.users) : strcontains(output.bootstrap_sql, "grant rds_iam to ${role.user};") && strcontains(output.bootstrap_sql, "create schema if not exists ${role.schema} authorization ${role.user};")])
    error_message = "Each service must get one role and one schema."
  }

  assert {
    condition     = strcontains(output.bootstrap_sql, "create schema if not exists payments_shadow authorization payment_worker;")
    error_message = "The payment-worker must own the schema that it rebuilds its payments in."
  }
}

# The usual port; no instance that stands by; a day of backups; an old version.
run "refuses" {
  command = plan

  module {
    source = "../modules/aurora"
  }

  variables {
    port           = 5432
    instances      = 1
    backup_days    = 1
    engine_version = "13.4"
  }

  expect_failures = [var.port, var.instances, var.backup_days, var.engine_version]
}
