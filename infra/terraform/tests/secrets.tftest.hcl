mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name       = "octroi"
  key_arn    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  account_id = "111122223333"
  secrets = {
    "webhooks/stripe"              = { description = "Verifies webhooks of stripe", owner = "gateway", rotation_function_arn = "arn:aws:lambda:eu-west-1:111122223333:function:rotate" }
    "providers/stripe"             = { description = "Credentials of the API of stripe", owner = "payment-worker" }
    "subscription-worker/payments" = { description = "What it shows to the payment-worker", owner = "subscription-worker" }
  }
}

run "holds" {
  command = plan

  module {
    source = "../modules/secrets"
  }

  assert {
    condition     = try(aws_secretsmanager_secret_rotation.this["webhooks/stripe"].rotation_lambda_arn, null) == "arn:aws:lambda:eu-west-1:111122223333:function:rotate"
    error_message = "SecretsManager.1: a secret with a hook must rotate by itself."
  }

  assert {
    condition     = alltrue([for rotation in aws_secretsmanager_secret_rotation.this : rotation.rotation_rules[0].automatically_after_days <= 90])
    error_message = "SecretsManager.4: a secret with a hook must rotate every 90 days."
  }

  assert {
    condition     = alltrue([for secret in aws_secretsmanager_secret.this : secret.kms_key_id == var.key_arn && secret.recovery_window_in_days == 30])
    error_message = "Secrets must have a key of their own, and come back when deleted by mistake."
  }

  assert {
    condition     = alltrue([for policy in aws_secretsmanager_secret_policy.this : policy.block_public_policy && strcontains(policy.policy, "aws:SecureTransport")])
    error_message = "Nobody outside, and nobody without TLS, may read a secret."
  }

  assert {
    condition     = aws_secretsmanager_secret.this["webhooks/stripe"].name == "octroi/webhooks/stripe" && length(output.arns_by_owner["gateway"]) == 1 && length(output.arns_by_owner["subscription-worker"]) == 1 && length(output.arns_by_owner["notifier"]) == 0
    error_message = "Each secret must have one owner."
  }
}

# One secret for everything; an owner that has none.
run "refuses" {
  command = plan

  module {
    source = "../modules/secrets"
  }

  variables {
    secrets = { everything = { description = "All", owner = "everybody" } }
  }

  expect_failures = [var.secrets]
}
