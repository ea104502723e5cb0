# What AWS itself knows to be wrong. What the services know (dead letters, findings, delivery) is
# told by their own metrics.
locals {
  alb      = { LoadBalancer = var.load_balancer.arn_suffix }
  target   = merge(local.alb, { TargetGroup = var.load_balancer.target_group_arn_suffix })
  kafka    = { "Cluster Name" = var.kafka_cluster }
  database = { DBClusterIdentifier = var.database_cluster }

  consumed = {
    webhooks      = { group = "payment-worker", topic = "webhooks.v1" }
    payments      = { group = "subscription-worker", topic = "payments.v1" }
    subscriptions = { group = "notifier", topic = "subscriptions.v1" }
    payments-told = { group = "notifier", topic = "payments.v1" }
    callbacks     = { group = "notifier", topic = "callbacks.v1" }
  }

  defaults = { statistic = "Sum", comparison = "GreaterThanThreshold", threshold = 0, periods = 3, missing = "notBreaching" }

  alarms = { for alarm, wanted in merge(
    {
      door-errors       = { namespace = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", dimensions = local.alb, threshold = 5, why = "The load balancer itself answers 5xx: providers will retry" }
      gateway-errors    = { namespace = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", dimensions = local.target, threshold = 5, why = "The gateway answers 5xx: the broker does not acknowledge" }
      gateway-unhealthy = { namespace = "AWS/ApplicationELB", metric = "UnHealthyHostCount", dimensions = local.target, statistic = "Maximum", why = "A gateway is not ready" }
      gateway-gone      = { namespace = "AWS/ApplicationELB", metric = "HealthyHostCount", dimensions = local.target, statistic = "Minimum", comparison = "LessThanThreshold", threshold = 2, periods = 2, missing = "breaching", why = "Fewer than two gateways are ready" }
      gateway-slow      = { namespace = "AWS/ApplicationELB", metric = "TargetResponseTime", dimensions = local.target, statistic = "p99.9", threshold = 1, periods = 5, why = "Webhooks are acknowledged later than after a second" }

      kafka-no-controller = { namespace = "AWS/Kafka", metric = "ActiveControllerCount", dimensions = local.kafka, statistic = "Maximum", comparison = "LessThanThreshold", threshold = 1, missing = "breaching", why = "The brokers have no controller" }
      kafka-offline       = { namespace = "AWS/Kafka", metric = "OfflinePartitionsCount", dimensions = local.kafka, statistic = "Maximum", periods = 1, why = "Partitions cannot be written or read" }

      database-busy     = { namespace = "AWS/RDS", metric = "CPUUtilization", dimensions = local.database, statistic = "Average", threshold = 80, periods = 10, why = "The database is busy" }
      database-behind   = { namespace = "AWS/RDS", metric = "AuroraReplicaLagMaximum", dimensions = local.database, statistic = "Maximum", threshold = 1000, periods = 5, why = "The instance that stands by is a second behind" }
      database-deadlock = { namespace = "AWS/RDS", metric = "Deadlocks", dimensions = local.database, statistic = "Maximum", why = "Transactions lock each other out" }
      database-sign-in  = { namespace = "AWS/RDS", metric = "IamDbAuthConnectionFailureThrottling", dimensions = local.database, why = "Sign-ins by token are throttled" }
    },
    { for broker in [1, 2, 3] : "kafka-${broker}-disk" =>
      { namespace = "AWS/Kafka", metric = "KafkaDataLogsDiskUsed", dimensions = merge(local.kafka, { "Broker ID" = tostring(broker) }), statistic = "Maximum", threshold = 80, why = "The disk of broker ${broker} fills faster than it grows" }
    },
    { for broker in [1, 2, 3] : "kafka-${broker}-copies" =>
      { namespace = "AWS/Kafka", metric = "UnderMinIsrPartitionCount", dimensions = merge(local.kafka, { "Broker ID" = tostring(broker) }), statistic = "Maximum", why = "Broker ${broker} leads partitions that cannot be written for want of copies" }
    },
    { for name, consumer in local.consumed : "lag-${name}" =>
      { namespace = "AWS/Kafka", metric = "EstimatedMaxTimeLag", dimensions = merge(local.kafka, { "Consumer Group" = consumer.group, Topic = consumer.topic }), statistic = "Maximum", threshold = var.lag_seconds, periods = 5, why = "${consumer.group} is behind on ${consumer.topic}" }
    },
    { for namespace in var.log_namespaces : "errors-${element(split("/", namespace), length(split("/", namespace)) - 1)}" =>
      { namespace = namespace, metric = "errors", dimensions = {}, periods = 1, why = "An ERROR was logged: a person must act" }
    },
  ) : alarm => merge(local.defaults, wanted) }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.why
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = startswith(each.value.statistic, "p") ? null : each.value.statistic
  extended_statistic  = startswith(each.value.statistic, "p") ? each.value.statistic : null
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = each.value.periods
  treat_missing_data  = each.value.missing

  actions_enabled = true
  alarm_actions   = [var.topic_arn]
  ok_actions      = [var.topic_arn]
}
