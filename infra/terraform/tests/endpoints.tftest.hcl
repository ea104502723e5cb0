mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name              = "octroi"
  vpc_id            = "vpc-00000000000000001"
  subnet_ids        = ["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000003"]
  route_table_ids   = ["rtb-00000000000000001"]
  security_group_id = "sg-00000000000000001"
  account_id        = "111122223333"
  region            = "eu-west-1"
}

run "holds" {
  command = plan

  module {
    source = "../modules/endpoints"
  }

  assert {
    condition     = try(aws_vpc_endpoint.interface["ec2"].private_dns_enabled, false)
    error_message = "EC2.10: there must be an interface endpoint for EC2."
  }

  assert {
    condition     = try(aws_vpc_endpoint.interface["ecr.api"].private_dns_enabled, false)
    error_message = "EC2.55: there must be an interface endpoint for the ECR API."
  }

  assert {
    condition     = try(aws_vpc_endpoint.interface["ecr.dkr"].private_dns_enabled, false)
    error_message = "EC2.56: there must be an interface endpoint for the Docker registry."
  }

  assert {
    condition     = try(aws_vpc_endpoint.interface["ssm"].private_dns_enabled, false)
    error_message = "EC2.57: there must be an interface endpoint for Systems Manager."
  }

  assert {
    condition     = length(setsubtract(["email-smtp", "eks-auth", "kms", "logs", "monitoring", "s3", "secretsmanager", "sts", "xray"], output.services)) == 0
    error_message = "Secrets, keys, logs, traces, mail, metrics and credentials must not need the internet."
  }

  assert {
    condition     = strcontains(aws_vpc_endpoint.interface["secretsmanager"].policy, "aws:PrincipalAccount")
    error_message = "The door to the secrets must be for this account only."
  }
}

# a missing endpoint is refused.
run "refuses" {
  command = plan

  module {
    source = "../modules/endpoints"
  }

  variables {
    services = ["ec2", "ecr.api"]
  }

  expect_failures = [var.services]
}
