mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name        = "octroi"
  account_id  = "111122223333"
  region      = "eu-west-1"
  key_arn     = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  subscribers = { on-call = { protocol = "email", endpoint = "on-call@example.org" } }
}

run "holds" {
  command = plan

  module {
    source = "../modules/observability"
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_sns_topic_policy.alarms.policy).Statement : statement.Effect == "Deny" || (can(statement.Principal.Service) && try(statement.Condition.StringEquals["aws:SourceAccount"], "") == "111122223333")])
    error_message = "SNS.4: only services of AWS, for this account, may publish alarms."
  }

  assert {
    condition     = aws_sns_topic.alarms.kms_master_key_id == var.key_arn && aws_xray_encryption_config.this.type == "KMS"
    error_message = "Alarms and traces must be encrypted with a key of ours."
  }

  assert {
    condition     = strcontains(aws_cloudwatch_event_rule.rotation.event_pattern, "RotationFailed")
    error_message = "A rotation that failed must be told."
  }

  assert {
    condition     = output.otlp_traces_endpoint == "https://xray.eu-west-1.amazonaws.com/v1/traces"
    error_message = "Traces go to X-Ray over OTLP."
  }
}

# An alarm that nobody hears.
run "refuses" {
  command = plan

  module {
    source = "../modules/observability"
  }

  variables {
    subscribers = {}
  }

  expect_failures = [var.subscribers]
}
