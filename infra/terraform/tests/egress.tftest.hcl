mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name                = "octroi"
  vpc_id              = "vpc-00000000000000001"
  cidr                = "10.40.0.0/16"
  internet_gateway_id = "igw-00000000000000001"
  zones = {
    eu-west-1a = { app_cidr = "10.40.0.0/20", route_table_id = "rtb-0000000000000000a" }
    eu-west-1b = { app_cidr = "10.40.16.0/20", route_table_id = "rtb-0000000000000000b" }
    eu-west-1c = { app_cidr = "10.40.32.0/20", route_table_id = "rtb-0000000000000000c" }
  }
  domains      = ["api.stripe.com", "api.telegram.org"]
  key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  logs_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
}

run "holds" {
  command = plan

  module {
    source = "../modules/egress"
  }

  assert {
    condition     = toset([for config in aws_networkfirewall_logging_configuration.this.logging_configuration[0].log_destination_config : config.log_type]) == toset(["ALERT", "FLOW"])
    error_message = "NetworkFirewall.2: what was called and what was refused must be logged."
  }

  assert {
    condition     = length(aws_networkfirewall_firewall_policy.this.firewall_policy[0].stateful_rule_group_reference) == 1
    error_message = "NetworkFirewall.3: the policy must hold the rule group."
  }

  assert {
    condition     = aws_networkfirewall_firewall_policy.this.firewall_policy[0].stateless_default_actions == toset(["aws:forward_to_sfe"])
    error_message = "NetworkFirewall.4: whole packets must be looked at."
  }

  assert {
    condition     = aws_networkfirewall_firewall_policy.this.firewall_policy[0].stateless_fragment_default_actions == toset(["aws:drop"])
    error_message = "NetworkFirewall.5: fragments must be dropped."
  }

  assert {
    condition     = aws_networkfirewall_firewall.this.delete_protection
    error_message = "NetworkFirewall.9: nobody may delete the firewall by mistake."
  }

  assert {
    condition     = aws_networkfirewall_firewall.this.subnet_change_protection
    error_message = "NetworkFirewall.10: nobody may take a zone from the firewall by mistake."
  }

  assert {
    condition     = one([for source in aws_networkfirewall_rule_group.domains.rule_group[0].rules_source : one(source.rules_source_list).generated_rules_type]) == "ALLOWLIST" && one([for source in aws_networkfirewall_rule_group.domains.rule_group[0].rules_source : one(source.rules_source_list).targets]) == toset(["api.stripe.com", "api.telegram.org"])
    error_message = "Only the named hosts may be called."
  }

  assert {
    condition     = contains(aws_networkfirewall_firewall_policy.this.firewall_policy[0].stateful_default_actions, "aws:drop_established")
    error_message = "What no rule allows must be dropped."
  }

  assert {
    condition     = alltrue([for zone, route in aws_route.app : endswith(route.vpc_endpoint_id, substr(zone, -1, 1))]) && length(aws_route.app) == 3
    error_message = "Each zone's services must leave through the firewall of their own zone."
  }

  assert {
    condition     = alltrue([for route in aws_route.answers : startswith(route.vpc_endpoint_id, "vpce-")])
    error_message = "Answers must come back through the firewall."
  }
}

# All of the internet, or all of AWS, is no list.
run "refuses" {
  command = plan

  module {
    source = "../modules/egress"
  }

  variables {
    domains = [".com"]
  }

  expect_failures = [var.domains]
}
