mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name               = "octroi"
  vpc_id             = "vpc-00000000000000001"
  subnet_ids         = ["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000003"]
  security_group_id  = "sg-00000000000000001"
  certificate_arn    = "arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-4000-8000-000000000001"
  access_logs_bucket = "octroi-logs-111122223333"
}

run "holds" {
  command = plan

  module {
    source = "../modules/alb"
  }

  assert {
    condition     = aws_lb_listener.http.default_action[0].type == "redirect" && try(aws_lb_listener.http.default_action[0].redirect[0].protocol, "") == "HTTPS"
    error_message = "ELB.1: the HTTP listener must redirect to HTTPS."
  }

  assert {
    condition     = aws_lb.this.drop_invalid_header_fields == true
    error_message = "ELB.4: invalid headers must be dropped."
  }

  assert {
    condition     = aws_lb.this.access_logs[0].enabled && aws_lb.this.access_logs[0].bucket == "octroi-logs-111122223333"
    error_message = "ELB.5: access logs must be on."
  }

  assert {
    condition     = aws_lb.this.enable_deletion_protection == true
    error_message = "ELB.6: deletion protection must be on."
  }

  assert {
    condition     = contains(["defensive", "strictest"], aws_lb.this.desync_mitigation_mode)
    error_message = "ELB.12: desync mitigation must be defensive or strictest."
  }

  assert {
    condition     = length(aws_lb.this.subnets) == 3
    error_message = "ELB.13: the load balancer must be in three zones."
  }

  assert {
    condition     = can(regex("^ELBSecurityPolicy-TLS13-1-[23](-Res)?(-FIPS)?-20", aws_lb_listener.https.ssl_policy))
    error_message = "ELB.17: the listener must use a recommended security policy."
  }

  assert {
    condition     = aws_lb_listener.https.protocol == "HTTPS"
    error_message = "ELB.18: what forwards webhooks must be an HTTPS listener."
  }

  assert {
    condition     = aws_lb_listener.https.routing_http_response_strict_transport_security_header_value == "max-age=31536000; includeSubDomains"
    error_message = "HSTS must be said for a year."
  }

  assert {
    condition     = aws_lb_listener.https.default_action[0].type == "fixed-response" && flatten([for condition in aws_lb_listener_rule.webhooks.condition : flatten([for pattern in condition.path_pattern : tolist(pattern.values)])]) == ["/webhooks/*"]
    error_message = "Nothing but /webhooks/* may reach the gateway."
  }
}

# an old protocol is refused; two zones are refused.
run "refuses" {
  command = plan

  module {
    source = "../modules/alb"
  }

  variables {
    ssl_policy = "ELBSecurityPolicy-2016-08"
    subnet_ids = ["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000002"]
  }

  expect_failures = [var.ssl_policy, var.subnet_ids]
}
