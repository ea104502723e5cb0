mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name            = "octroi"
  account_id      = "111122223333"
  exports_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
}

run "holds" {
  command = plan

  module {
    source = "../modules/storage"
  }

  assert {
    condition     = aws_s3_account_public_access_block.this.block_public_acls && aws_s3_account_public_access_block.this.block_public_policy && aws_s3_account_public_access_block.this.ignore_public_acls && aws_s3_account_public_access_block.this.restrict_public_buckets
    error_message = "S3.1: no bucket of the account may be public."
  }

  assert {
    condition     = alltrue([for block in aws_s3_bucket_public_access_block.this : block.ignore_public_acls])
    error_message = "S3.2: nobody outside may read."
  }

  assert {
    condition     = alltrue([for block in aws_s3_bucket_public_access_block.this : block.block_public_acls])
    error_message = "S3.3: nobody outside may write."
  }

  assert {
    condition     = alltrue([for policy in aws_s3_bucket_policy.this : anytrue([for statement in jsondecode(policy.policy).Statement : statement.Effect == "Deny" && try(statement.Condition.Bool["aws:SecureTransport"], "") == "false"])])
    error_message = "S3.5: without TLS nothing may be read or written."
  }

  assert {
    condition     = alltrue(flatten([for policy in aws_s3_bucket_policy.this : [for statement in jsondecode(policy.policy).Statement : statement.Effect == "Deny" || can(statement.Principal.Service)]]))
    error_message = "S3.6: no policy may let another account in."
  }

  assert {
    condition     = alltrue([for block in aws_s3_bucket_public_access_block.this : block.block_public_policy && block.restrict_public_buckets])
    error_message = "S3.8: every bucket must block public access itself."
  }

  assert {
    condition     = aws_s3_bucket_logging.this.bucket == aws_s3_bucket.this["exports"].id && aws_s3_bucket_logging.this.target_prefix == "s3/exports/"
    error_message = "S3.9: who read an export must be logged."
  }

  assert {
    condition     = alltrue([for ownership in aws_s3_bucket_ownership_controls.this : ownership.rule[0].object_ownership == "BucketOwnerEnforced"])
    error_message = "S3.12: access must be given by policies, not by ACLs."
  }

  assert {
    condition     = alltrue([for lifecycle in aws_s3_bucket_lifecycle_configuration.this : lifecycle.rule[0].status == "Enabled" && lifecycle.rule[0].expiration[0].days > 0])
    error_message = "S3.13: what is old must be deleted."
  }

  assert {
    condition     = alltrue([for versioning in aws_s3_bucket_versioning.this : versioning.versioning_configuration[0].status == "Enabled"])
    error_message = "Every bucket must keep versions."
  }

  assert {
    condition     = strcontains(aws_s3_bucket_policy.this["exports"].policy, "s3:signatureAge")
    error_message = "Links to exports must not live long."
  }
}

# An export for ever; a log for a day.
run "refuses" {
  command = plan

  module {
    source = "../modules/storage"
  }

  variables {
    export_days = 365
    log_days    = 1
  }

  expect_failures = [var.export_days, var.log_days]
}
