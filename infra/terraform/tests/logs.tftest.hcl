mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name    = "octroi"
  key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
}

run "holds" {
  command = plan

  module {
    source = "../modules/logs"
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.this : group.retention_in_days >= 90 && group.kms_key_id == var.key_arn])
    error_message = "Logs must be kept for 90 days and be encrypted."
  }

  assert {
    condition     = alltrue([for filter in aws_cloudwatch_log_metric_filter.errors : strcontains(filter.pattern, "ERROR")])
    error_message = "Every ERROR must be counted."
  }
}

# A log for ever.
run "refuses" {
  command = plan

  module {
    source = "../modules/logs"
  }

  variables {
    retention_days = 0
  }

  expect_failures = [var.retention_days]
}
