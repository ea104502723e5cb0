# All modules together, with the values of example.tfvars: what one hands on, the other accepts.
mock_provider "aws" {
  source          = "../../tests/mocks"
  override_during = plan
}

run "the_example_holds_together" {
  command = plan

  assert {
    condition     = toset(keys(output.helm_values.roles)) == toset(["aws-load-balancer-controller", "database-job", "gateway", "notifier", "payment-worker", "subscription-worker", "telemetry", "topics-job"])
    error_message = "The chart must be told a role for each service account."
  }

  assert {
    condition     = length(output.helm_values.kafka.topics) == 12 && length(output.helm_values.securityGroups) == 6
    error_message = "The chart must be told the topics and the security groups."
  }

  assert {
    condition     = toset(keys(output.helm_values.images)) == toset(["gateway", "jobs", "notifier", "payment-worker", "subscription-worker"]) && alltrue([for cidrs in values(output.helm_values.network) : length(cidrs) == 3])
    error_message = "The chart must be told the images, and the addresses for its network policies."
  }

  assert {
    condition     = output.helm_values.secrets["webhooks/stripe"] == "octroi/webhooks/stripe" && !contains(keys(output.helm_values.secrets), "webhooks/mtn-momo") && contains(keys(output.helm_values.secrets), "providers/mtn-momo")
    error_message = "Each endpoint must have the secrets that it needs, and no others."
  }

  assert {
    condition     = toset([for name in keys(output.helm_values.secrets) : name if !can(regex("^(webhooks|providers)/", name))]) == toset(["gateway/operations", "gateway/quarantine-key", "notifier/operations", "notifier/smtp", "notifier/suppression-key", "notifier/telegram", "payment-worker/operations", "subscription-worker/operations", "subscription-worker/payments"])
    error_message = "Each service must have the secrets of its settings."
  }

  assert {
    condition     = strcontains(output.helm_values.database.url, "sslmode=verify-full") && strcontains(output.helm_values.database.bootstrapSql, "create role payment_worker login")
    error_message = "The chart must be told how to reach the database and how to make its roles."
  }

  assert {
    condition     = toset(output.helm_values.egress.services) == toset(["gateway", "notifier", "payment-worker"]) && length(output.helm_values.egress.addresses) == 3
    error_message = "The named services leave through one address a zone."
  }
}

run "without_egress_there_is_no_way_out" {
  command = plan

  variables {
    egress = {}
  }

  assert {
    condition     = length(module.egress) == 0 && length(output.helm_values.egress.services) == 0
    error_message = "Without a name to call, no firewall, no NAT gateway and no rule may be made."
  }
}

run "keda_is_known_where_it_scales" {
  command = plan

  variables {
    lag_scaling = true
  }

  assert {
    condition     = output.helm_values.serviceAccounts["keda-operator"].namespace == "keda" && contains(keys(output.helm_values.roles), "keda-operator") && contains(keys(output.helm_values.securityGroups), "scaler")
    error_message = "The chart must be told the role and the security group of what scales workers."
  }
}

# A source of an endpoint that is not there; an egress for a service that may have none.
run "refuses" {
  command = plan

  variables {
    provider_sources = { unknown = { addresses = ["192.0.2.1/32"] } }
    egress           = { subscription-worker = ["api.example.org"] }
  }

  expect_failures = [var.provider_sources, var.egress]
}
