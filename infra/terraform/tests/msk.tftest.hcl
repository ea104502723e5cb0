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
}

run "holds" {
  command = plan

  module {
    source = "../modules/msk"
  }

  assert {
    condition     = aws_msk_cluster.this.encryption_info[0].encryption_in_transit[0].in_cluster && aws_msk_cluster.this.encryption_info[0].encryption_in_transit[0].client_broker == "TLS"
    error_message = "MSK.1: everything between brokers and clients must be encrypted."
  }

  assert {
    condition     = aws_msk_cluster.this.broker_node_group_info[0].connectivity_info[0].public_access[0].type == "DISABLED"
    error_message = "MSK.4: brokers must not be reached from outside."
  }

  assert {
    condition     = aws_msk_cluster.this.client_authentication[0].unauthenticated == false && aws_msk_cluster.this.client_authentication[0].sasl[0].iam
    error_message = "MSK.6: nobody may connect without saying who they are."
  }

  assert {
    condition     = aws_msk_cluster.this.number_of_broker_nodes == 3 && length(aws_msk_cluster.this.broker_node_group_info[0].client_subnets) == 3
    error_message = "There must be three brokers, one a zone."
  }

  assert {
    condition     = alltrue([for line in ["auto.create.topics.enable = false", "default.replication.factor = 3", "min.insync.replicas = 2", "unclean.leader.election.enable = false"] : contains(split("\n", aws_msk_configuration.this.server_properties), line)])
    error_message = "Brokers must keep three copies, acknowledge with two, and elect no leader that lags."
  }

  assert {
    condition     = alltrue([for topic in output.topics : topic.replicas == 3 && topic.config["min.insync.replicas"] == "2" && topic.config["unclean.leader.election.enable"] == "false"])
    error_message = "Each topic must keep three copies and acknowledge with two."
  }

  assert {
    condition     = toset([for topic in output.topics : topic.name]) == toset(["webhooks.v1", "payments.v1", "subscriptions.v1", "callbacks.v1", "watermarks.v1", "quarantine.v1", "webhooks.v1.payment-worker.dlt", "payments.v1.subscription-worker.dlt", "watermarks.v1.subscription-worker.dlt", "subscriptions.v1.notifier.dlt", "payments.v1.notifier.dlt", "callbacks.v1.notifier.dlt"])
    error_message = "Every topic of the contracts and of every dead letter must be declared."
  }

  assert {
    condition     = alltrue([for topic in output.topics : tonumber(topic.config["max.message.bytes"]) >= 1179648 if startswith(topic.name, "webhooks.v1") || startswith(topic.name, "callbacks.v1")])
    error_message = "The gateway's largest record must fit."
  }

  assert {
    condition     = one([for topic in output.topics : topic.config["retention.ms"] if topic.name == "quarantine.v1"]) == "259200000"
    error_message = "The quarantine must be gone after three days."
  }

  assert {
    condition     = one([for topic in output.topics : tonumber(topic.config["retention.bytes"]) * topic.partitions if topic.name == "quarantine.v1"]) >= 6 * 64 * 1024 * 1024 * 72
    error_message = "The quarantine must hold what the gateways may put there."
  }

  assert {
    condition     = one([for topic in output.topics : topic.config["cleanup.policy"] == "compact" && !contains(keys(topic.config), "retention.ms") if topic.name == "watermarks.v1"])
    error_message = "Of watermarks the latest one must stay."
  }
}

# Records that outlive the inbox; a disk that shrinks; a version without KRaft.
run "refuses" {
  command = plan

  module {
    source = "../modules/msk"
  }

  variables {
    retention_days = 30
    disk_max_gib   = 100
    kafka_version  = "2.8.1"
    partitions     = 7
  }

  expect_failures = [var.retention_days, var.disk_max_gib, var.kafka_version, var.partitions]
}
