mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name              = "octroi"
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/octroi/0000000000000001"
  logs_key_arn      = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  provider_sources = {
    stripe   = { addresses = ["192.0.2.1/32"], enforce = true }
    paystack = { addresses = ["198.51.100.0/24"] }
  }
}

run "holds" {
  command = plan

  module {
    source = "../modules/waf"
  }

  assert {
    condition = length(setsubtract(
      ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "rate"],
      [for rule in aws_wafv2_web_acl.this.rule : rule.name]
    )) == 0
    error_message = "WAF.10: the web ACL must hold the managed rules and the rate rule."
  }

  assert {
    condition     = alltrue([for rule in aws_wafv2_web_acl.this.rule : alltrue([for config in rule.visibility_config : config.cloudwatch_metrics_enabled])])
    error_message = "WAF.12: every rule must have its metric."
  }

  assert {
    condition     = length(aws_wafv2_web_acl_logging_configuration.this.log_destination_configs) == 1 && startswith(aws_cloudwatch_log_group.this.name, "aws-waf-logs-")
    error_message = "WAF.11: the web ACL must be logged."
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : rule.statement[0].rate_based_statement[0].limit if rule.name == "rate"]) == 60000
    error_message = "The rate rule must have the limit that was asked for."
  }

  assert {
    condition     = one([for rule in aws_wafv2_web_acl.this.rule : length(rule.action[0].block) if rule.name == "source-stripe"]) == 1 && one([for rule in aws_wafv2_web_acl.this.rule : length(rule.action[0].count) if rule.name == "source-paystack"]) == 1
    error_message = "A source is enforced only where it is said."
  }

  assert {
    condition     = aws_wafv2_web_acl_association.alb.resource_arn == var.load_balancer_arn
    error_message = "The web ACL must be associated with the load balancer."
  }
}

# an empty source would shut a provider out.
run "refuses" {
  command = plan

  module {
    source = "../modules/waf"
  }

  variables {
    provider_sources = { stripe = { addresses = [] } }
  }

  expect_failures = [var.provider_sources]
}

# half the internet is no source.
run "refuses_too" {
  command = plan

  module {
    source = "../modules/waf"
  }

  variables {
    provider_sources = { stripe = { addresses = ["0.0.0.0/1"] } }
  }

  expect_failures = [var.provider_sources]
}
