mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name                 = "octroi"
  account_id           = "111122223333"
  region               = "eu-west-1"
  cluster_name         = "octroi"
  cluster_arn          = "arn:aws:eks:eu-west-1:111122223333:cluster/octroi"
  kafka_arn            = "arn:aws:kafka:eu-west-1:111122223333:cluster/octroi/00000000-0000-4000-8000-000000000001-1"
  database_resource_id = "cluster-ABCDEFGHIJKLMNOP"
  database_users       = { payment-worker = "payment_worker", subscription-worker = "subscription_worker", notifier = "notifier" }
  secret_arns = {
    gateway        = ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:octroi/webhooks/stripe-AbCdEf"]
    payment-worker = ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:octroi/providers/stripe-AbCdEf"]
    notifier       = ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:octroi/notifier/telegram-AbCdEf"]
  }
  secrets_key_arn          = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  administrator_secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds-AbCdEf"
  database_key_arn         = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  topics                   = ["webhooks.v1", "payments.v1"]
  target_group_arn         = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/octroi-gateway/0000000000000001"
  log_group_arns           = ["arn:aws:logs:eu-west-1:111122223333:log-group:/octroi/gateway"]
  exports_bucket_arn       = "arn:aws:s3:::octroi-exports-111122223333"
  exports_key_arn          = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
}

run "holds" {
  command = plan

  module {
    source = "../modules/identity"
  }

  assert {
    condition     = alltrue(flatten([for policy in aws_iam_policy.this : [for statement in jsondecode(policy.policy).Statement : !contains(flatten([statement.Action]), "*")]]))
    error_message = "IAM.1: no policy may allow everything."
  }

  assert {
    condition     = alltrue(flatten([for policy in aws_iam_policy.this : [for statement in jsondecode(policy.policy).Statement : [for action in flatten([statement.Action]) : !endswith(action, "*")]]]))
    error_message = "IAM.21: no policy may allow all that a service can do."
  }

  assert {
    condition     = alltrue(flatten([for policy in aws_iam_policy.this : [for statement in jsondecode(policy.policy).Statement : !contains(flatten([statement.Action]), "kms:Decrypt") || alltrue([for resource in flatten([statement.Resource]) : !strcontains(resource, "*")])]]))
    error_message = "KMS.1: no policy may decrypt with every key."
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_policy.this["gateway"].policy).Statement : [for resource in statement.Resource : split("/", resource)[3] if contains(statement.Action, "kafka-cluster:WriteData")]])) == toset(["webhooks.v1", "callbacks.v1", "quarantine.v1"])
    error_message = "The gateway may write webhooks, callbacks and the quarantine, nothing else."
  }

  assert {
    condition     = !strcontains(aws_iam_policy.this["gateway"].policy, "rds-db:connect") && !strcontains(aws_iam_policy.this["gateway"].policy, "AlterGroup")
    error_message = "The gateway has no database and no consumer group."
  }

  assert {
    condition     = alltrue([for worker, user in var.database_users : [for statement in jsondecode(aws_iam_policy.this[worker].policy).Statement : statement.Resource if statement.Sid == "Database"] == [["arn:aws:rds-db:eu-west-1:111122223333:dbuser:cluster-ABCDEFGHIJKLMNOP/${user}"]]])
    error_message = "A worker signs in as its own user only."
  }

  assert {
    condition     = alltrue([for worker in keys(var.database_users) : flatten([for statement in jsondecode(aws_iam_policy.this[worker].policy).Statement : [for resource in statement.Resource : split("/", resource)[3]] if statement.Sid == "Groups"]) == [worker, "${worker}-dead-letters"]])
    error_message = "A worker reads in its own groups only."
  }

  assert {
    condition     = alltrue([for service, arns in var.secret_arns : toset(flatten([for statement in jsondecode(aws_iam_policy.this[service].policy).Statement : statement.Resource if statement.Sid == "Secrets"])) == toset(arns)]) && !strcontains(aws_iam_policy.this["subscription-worker"].policy, "secretsmanager")
    error_message = "A service reads its own secrets only."
  }

  assert {
    condition     = alltrue([for account, role in aws_iam_role.this : jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-service-account"] == account && jsondecode(role.assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/eks-cluster-arn"] == var.cluster_arn])
    error_message = "A role may be taken by its own service account of its own cluster only."
  }

  assert {
    condition     = !contains(keys(aws_iam_role.this), "keda-operator")
    error_message = "Nothing scales workers unless somebody says so."
  }

  assert {
    condition     = !strcontains(aws_iam_policy.this["aws-load-balancer-controller"].policy, "Create")
    error_message = "The controller registers pods; it makes no load balancer."
  }
}

run "what_scales_workers_may_ask_for_their_lag_only" {
  command = plan

  module {
    source = "../modules/identity"
  }

  variables {
    lag_scaling = true
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_policy.this["keda-operator"].policy).Statement : statement.Action])) == toset(["kafka-cluster:Connect", "kafka-cluster:DescribeGroup", "kafka-cluster:DescribeTopic"]) && !strcontains(aws_iam_policy.this["keda-operator"].policy, "*")
    error_message = "KEDA's operator may describe workers' groups and topics; it reads no record."
  }

  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_policy.this["keda-operator"].policy).Statement : [for resource in statement.Resource : split("/", resource)[3]] if statement.Sid == "Offsets"])) == toset(["payment-worker", "subscription-worker", "notifier"])
    error_message = "KEDA's operator knows the workers' own groups and no others."
  }

  assert {
    condition     = aws_eks_pod_identity_association.this["keda-operator"].namespace == "keda" && jsondecode(aws_iam_role.this["keda-operator"].assume_role_policy).Statement[0].Condition.StringEquals["aws:RequestTag/kubernetes-namespace"] == "keda"
    error_message = "KEDA's role is for the operator in its own namespace."
  }
}

# A star where one secret is meant; an identifier where the id is meant; a database for the gateway.
run "refuses" {
  command = plan

  module {
    source = "../modules/identity"
  }

  variables {
    secret_arns          = { gateway = ["arn:aws:secretsmanager:eu-west-1:111122223333:secret:octroi/*"] }
    database_resource_id = "octroi"
    database_users       = { gateway = "gateway" }
    topics               = ["*"]
  }

  expect_failures = [var.secret_arns, var.database_resource_id, var.database_users, var.topics]
}
