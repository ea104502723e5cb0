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
    source = "../modules/ecr"
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_scanning_configuration[0].scan_on_push])
    error_message = "ECR.1: every image must be scanned."
  }

  assert {
    condition     = alltrue([for repository in aws_ecr_repository.this : repository.image_tag_mutability == "IMMUTABLE"])
    error_message = "ECR.2: a tag must mean one image for good."
  }

  assert {
    condition     = length(aws_ecr_lifecycle_policy.this) == length(aws_ecr_repository.this) && length(aws_ecr_lifecycle_policy.this) == 5
    error_message = "ECR.3: old images must go."
  }
}

# Nothing to roll back to.
run "refuses" {
  command = plan

  module {
    source = "../modules/ecr"
  }

  variables {
    keep_images = 1
  }

  expect_failures = [var.keep_images]
}
