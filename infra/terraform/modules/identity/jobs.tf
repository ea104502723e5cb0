# What runs beside the services: the two jobs of the chart, the controller that registers the
# gateway's pods, the collector, and what scales workers by their lag, if anything does.
locals {
  beside = merge(local.always_beside, { for account, statements in local.scaling : account => statements if var.lag_scaling })

  # It asks how far each worker is; it reads no record.
  scaled = { payment-worker = "webhooks.v1", subscription-worker = "payments.v1", notifier = "subscriptions.v1" }

  scaling = {
    keda-operator = [
      { Sid = "Connect", Effect = "Allow", Action = ["kafka-cluster:Connect"], Resource = [var.kafka_arn] },
      { Sid = "Ends", Effect = "Allow", Action = ["kafka-cluster:DescribeTopic"], Resource = [for topic in values(local.scaled) : "${local.topic_arn}/${topic}"] },
      { Sid = "Offsets", Effect = "Allow", Action = ["kafka-cluster:DescribeGroup"], Resource = [for worker in keys(local.scaled) : "${local.group_arn}/${worker}"] },
    ]
  }

  always_beside = {
    topics-job = [
      { Sid = "Connect", Effect = "Allow", Action = ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"], Resource = [var.kafka_arn] },
      {
        Sid      = "Topics"
        Effect   = "Allow"
        Action   = ["kafka-cluster:CreateTopic", "kafka-cluster:DescribeTopic", "kafka-cluster:AlterTopic", "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:AlterTopicDynamicConfiguration"]
        Resource = [for topic in var.topics : "${local.topic_arn}/${topic}"]
      },
    ]

    database-job = [
      { Sid = "Administrator", Effect = "Allow", Action = ["secretsmanager:GetSecretValue"], Resource = [var.administrator_secret_arn] },
      {
        Sid       = "OpenAdministrator"
        Effect    = "Allow"
        Action    = ["kms:Decrypt"]
        Resource  = [var.database_key_arn]
        Condition = { StringEquals = { "kms:ViaService" = ["secretsmanager.${var.region}.amazonaws.com"] } }
      },
    ]

    # The load balancer is Terraform's; the controller only says which pods are behind it.
    aws-load-balancer-controller = [
      { Sid = "Register", Effect = "Allow", Action = ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], Resource = [var.target_group_arn] },
      {
        Sid      = "Look"
        Effect   = "Allow"
        Action   = ["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetHealth", "ec2:DescribeVpcs", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces", "ec2:DescribeInstances", "ec2:DescribeAvailabilityZones"]
        Resource = ["*"]
      },
    ]

    telemetry = [
      # X-Ray knows no resources.
      { Sid = "Traces", Effect = "Allow", Action = ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:PutSpans", "xray:PutSpansForIndexing"], Resource = ["*"] },
      { Sid = "Metrics", Effect = "Allow", Action = ["cloudwatch:PutMetricData"], Resource = ["*"], Condition = { StringLike = { "cloudwatch:namespace" = ["${var.name}/*"] } } },
      { Sid = "Logs", Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], Resource = [for arn in var.log_group_arns : "${arn}:*"] },
    ]
  }
}
