mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name             = "octroi"
  topic_arn        = "arn:aws:sns:eu-west-1:111122223333:alarms"
  load_balancer    = { arn_suffix = "app/octroi/0000000000000001", target_group_arn_suffix = "targetgroup/octroi/0000000000000001" }
  kafka_cluster    = "octroi"
  database_cluster = "octroi"
  log_namespaces   = ["octroi/gateway", "octroi/notifier"]
}

run "holds" {
  command = plan

  module {
    source = "../modules/alarms"
  }

  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.actions_enabled && alarm.alarm_actions == toset([var.topic_arn])])
    error_message = "Every alarm must be told."
  }

  assert {
    condition     = length(setsubtract(["octroi-door-errors", "octroi-gateway-gone", "octroi-gateway-slow", "octroi-kafka-offline", "octroi-kafka-3-disk", "octroi-database-busy", "octroi-lag-webhooks", "octroi-errors-gateway"], output.names)) == 0
    error_message = "Door, broker, database, lag and errors must be watched."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.this["gateway-slow"].extended_statistic == "p99.9" && aws_cloudwatch_metric_alarm.this["gateway-slow"].threshold == 1
    error_message = "Of a thousand webhooks 999 must be acknowledged within a second."
  }
}

# A lag nobody would notice.
run "refuses" {
  command = plan

  module {
    source = "../modules/alarms"
  }

  variables {
    lag_seconds   = 86400
    kafka_cluster = ""
  }

  expect_failures = [var.lag_seconds, var.kafka_cluster]
}
