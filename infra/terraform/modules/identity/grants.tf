# Who may do what on the broker. A worker writes to what it reads as well: a dead letter is redriven
# to the topic it came from.
locals {
  grants = {
    gateway = {
      reads  = ["quarantine.v1"]
      writes = ["webhooks.v1", "callbacks.v1", "quarantine.v1"]
      groups = []
    }
    payment-worker = {
      reads  = ["webhooks.v1", "webhooks.v1.payment-worker.dlt"]
      writes = ["webhooks.v1", "payments.v1", "watermarks.v1", "webhooks.v1.payment-worker.dlt"]
      groups = ["payment-worker", "payment-worker-dead-letters"]
    }
    subscription-worker = {
      reads  = ["payments.v1", "watermarks.v1", "payments.v1.subscription-worker.dlt", "watermarks.v1.subscription-worker.dlt"]
      writes = ["subscriptions.v1", "payments.v1", "watermarks.v1", "payments.v1.subscription-worker.dlt", "watermarks.v1.subscription-worker.dlt"]
      groups = ["subscription-worker", "subscription-worker-dead-letters"]
    }
    notifier = {
      reads  = ["subscriptions.v1", "payments.v1", "callbacks.v1", "subscriptions.v1.notifier.dlt", "payments.v1.notifier.dlt", "callbacks.v1.notifier.dlt"]
      writes = ["subscriptions.v1", "payments.v1", "callbacks.v1", "subscriptions.v1.notifier.dlt", "payments.v1.notifier.dlt", "callbacks.v1.notifier.dlt"]
      groups = ["notifier", "notifier-dead-letters"]
    }
  }

  # arn:…:cluster/<name>/<uuid> becomes arn:…:topic/<name>/<uuid>/<topic>.
  topic_arn = replace(var.kafka_arn, ":cluster/", ":topic/")
  group_arn = replace(var.kafka_arn, ":cluster/", ":group/")

  kafka_statements = { for service, grant in local.grants : service => concat(
    [
      { Sid = "Connect", Effect = "Allow", Action = ["kafka-cluster:Connect", "kafka-cluster:WriteDataIdempotently"], Resource = [var.kafka_arn] },
      { Sid = "Read", Effect = "Allow", Action = ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"], Resource = [for topic in grant.reads : "${local.topic_arn}/${topic}"] },
      { Sid = "Write", Effect = "Allow", Action = ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"], Resource = [for topic in grant.writes : "${local.topic_arn}/${topic}"] },
    ],
    [for statement in [
      { Sid = "Groups", Effect = "Allow", Action = ["kafka-cluster:DescribeGroup", "kafka-cluster:AlterGroup"], Resource = [for group in grant.groups : "${local.group_arn}/${group}"] },
    ] : statement if length(grant.groups) > 0],
  ) }

  secret_statements = { for service in keys(local.grants) : service => [for statement in [
    { Sid = "Secrets", Effect = "Allow", Action = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], Resource = lookup(var.secret_arns, service, []) },
    {
      Sid      = "OpenSecrets"
      Effect   = "Allow"
      Action   = ["kms:Decrypt"]
      Resource = [var.secrets_key_arn]
      Condition = { StringEquals = {
        "kms:ViaService"                  = ["secretsmanager.${var.region}.amazonaws.com"]
        "kms:EncryptionContext:SecretARN" = lookup(var.secret_arns, service, [])
      } }
    },
  ] : statement if length(lookup(var.secret_arns, service, [])) > 0] }

  database_statements = { for service, user in var.database_users : service => [
    { Sid = "Database", Effect = "Allow", Action = ["rds-db:connect"], Resource = ["arn:${var.partition}:rds-db:${var.region}:${var.account_id}:dbuser:${var.database_resource_id}/${user}"] },
  ] }

  export_statements = { for service in var.export_writers : service => [
    { Sid = "Exports", Effect = "Allow", Action = ["s3:PutObject", "s3:GetObject"], Resource = ["${var.exports_bucket_arn}/${service}/*"] },
    { Sid = "OpenExports", Effect = "Allow", Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = [var.exports_key_arn] },
  ] }
}
