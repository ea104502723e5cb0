# The topics are declared here and created by the chart's topic job, which reads the output
# "topics": the brokers answer inside the VPC only, where Terraform does not run.
locals {
  retention_ms = tostring(var.retention_days * 24 * 60 * 60 * 1000)
  day_ms       = 24 * 60 * 60 * 1000

  # The gateway's largest record (octroi.gateway.publish.max-record, 1152 KB), headers included.
  webhook_bytes = "1179648"

  # What the gateways keep at most: 64 MB an hour each, for three days, over all partitions.
  quarantine_partitions = 3
  quarantine_bytes      = tostring(ceil(64 * 1024 * 1024 * 72 * var.quarantine_gateways / local.quarantine_partitions))

  records = {
    "webhooks.v1"      = { partitions = var.partitions, config = { "max.message.bytes" = local.webhook_bytes } }
    "payments.v1"      = { partitions = var.partitions, config = {} }
    "subscriptions.v1" = { partitions = var.partitions, config = {} }
    "callbacks.v1"     = { partitions = var.partitions, config = { "max.message.bytes" = local.webhook_bytes } }
    "watermarks.v1" = {
      # Keyed by endpoint, the latest one counts.
      partitions = 1
      config     = { "cleanup.policy" = "compact", "min.cleanable.dirty.ratio" = "0.1", "segment.ms" = tostring(local.day_ms) }
    }
    "quarantine.v1" = {
      partitions = local.quarantine_partitions
      config     = { "retention.ms" = tostring(3 * local.day_ms), "retention.bytes" = local.quarantine_bytes, "segment.ms" = tostring(local.day_ms / 4) }
    }
  }

  # <topic>.<group>.dlt; a record comes with what explains why, so it may be a little larger.
  dead_letters = {
    payment-worker      = ["webhooks.v1.payment-worker.dlt"]
    subscription-worker = ["payments.v1.subscription-worker.dlt", "watermarks.v1.subscription-worker.dlt"]
    notifier            = ["subscriptions.v1.notifier.dlt", "payments.v1.notifier.dlt", "callbacks.v1.notifier.dlt"]
  }

  dead_letter_records = { for topic in flatten(values(local.dead_letters)) :
    topic => { partitions = 3, config = { "max.message.bytes" = tostring(local.largest_record) } }
  }

  defaults = {
    "cleanup.policy"                 = "delete"
    "min.insync.replicas"            = "2"
    "retention.ms"                   = local.retention_ms
    "unclean.leader.election.enable" = "false"
  }

  topics = [for topic, wanted in merge(local.records, local.dead_letter_records) : {
    name       = topic
    partitions = wanted.partitions
    replicas   = 3
    config     = { for key, value in merge(local.defaults, wanted.config) : key => value if !(key == "retention.ms" && lookup(wanted.config, "cleanup.policy", "delete") == "compact") }
  }]
}
