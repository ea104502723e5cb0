# What the database says of itself reaches those who are told of alarms.
locals {
  events = {
    db-cluster         = ["failover", "failure", "maintenance"]
    db-instance        = ["configuration change", "failure", "low storage", "maintenance"]
    db-parameter-group = ["configuration change"]
    db-security-group  = ["configuration change", "failure"]
  }
}

resource "aws_db_event_subscription" "this" {
  for_each = local.events

  name             = "${var.name}-${each.key}"
  sns_topic        = var.alarm_topic_arn
  source_type      = each.key
  event_categories = each.value
}
