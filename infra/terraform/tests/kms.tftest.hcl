mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name          = "octroi/secrets"
  description   = "Secrets of the services"
  services      = ["logs.eu-west-1.amazonaws.com", "sns.amazonaws.com"]
  account_id    = "111122223333"
  service_roles = ["arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"]
  region        = "eu-west-1"
}

run "holds" {
  command = plan

  module {
    source = "../modules/kms"
  }

  assert {
    condition     = aws_kms_key.this.deletion_window_in_days == 30
    error_message = "KMS.3: a key that was deleted by mistake must be recoverable for 30 days."
  }

  assert {
    condition     = aws_kms_key.this.enable_key_rotation && aws_kms_key.this.rotation_period_in_days <= 365
    error_message = "KMS.4: key material must rotate at least once a year."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_kms_key.this.policy).Statement :
      statement.Principal != "*" && try(statement.Principal.AWS, "") != "*" && statement.Condition != null
    ])
    error_message = "KMS.5: every statement of a key's policy must name its principal and its condition."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_kms_key.this.policy).Statement : strcontains(jsonencode(statement.Condition), "111122223333")])
    error_message = "Each statement must be bound to the account."
  }
}

# a key says what it is for; an account has twelve digits.
run "refuses" {
  command = plan

  module {
    source = "../modules/kms"
  }

  variables {
    description   = "key"
    account_id    = "1234"
    service_roles = ["arn:aws:iam::111122223333:role/anybody"]
  }

  expect_failures = [var.description, var.account_id, var.service_roles]
}
