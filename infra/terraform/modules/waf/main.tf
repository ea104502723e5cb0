# What stops at the door. A blocked webhook is not lost, its provider retries, but not for ever:
# rules that look into bodies only count, because a payment's free text may look like anything.
locals {
  # Never block on the body: the gateway's signature check is the judge of it.
  body_rules = ["SizeRestrictions_BODY", "CrossSiteScripting_BODY", "GenericLFI_BODY", "GenericRFI_BODY", "EC2MetaDataSSRF_BODY", "NoUserAgent_HEADER"]

  managed = {
    AWSManagedRulesAmazonIpReputationList = { priority = 100, count_only = [] }
    AWSManagedRulesKnownBadInputsRuleSet  = { priority = 110, count_only = ["JavaDeserializationRCE_BODY", "Log4JRCE_BODY"] }
    AWSManagedRulesCommonRuleSet          = { priority = 120, count_only = local.body_rules }
  }

  source_priority = { for index, endpoint in sort(keys(var.provider_sources)) : endpoint => index }
}

resource "aws_wafv2_ip_set" "provider" {
  for_each = var.provider_sources

  name               = "${var.name}-${each.key}"
  description        = "Published addresses that webhooks of ${each.key} come from"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = each.value.addresses
}

resource "aws_wafv2_web_acl" "this" {
  name        = var.name
  description = "In front of the gateway"
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  # A second factor only, and only where the provider publishes its addresses: the signature stays
  # the first.
  dynamic "rule" {
    for_each = var.provider_sources
    content {
      name     = "source-${rule.key}"
      priority = local.source_priority[rule.key]

      action {
        dynamic "block" {
          for_each = rule.value.enforce ? [1] : []
          content {}
        }
        dynamic "count" {
          for_each = rule.value.enforce ? [] : [1]
          content {}
        }
      }

      statement {
        and_statement {
          statement {
            byte_match_statement {
              positional_constraint = "EXACTLY"
              search_string         = "/webhooks/${rule.key}"
              field_to_match {
                uri_path {}
              }
              text_transformation {
                priority = 0
                type     = "URL_DECODE"
              }
              text_transformation {
                priority = 1
                type     = "NORMALIZE_PATH"
              }
            }
          }
          statement {
            not_statement {
              statement {
                ip_set_reference_statement {
                  arn = aws_wafv2_ip_set.provider[rule.key].arn
                }
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = "source-${rule.key}"
        sampled_requests_enabled   = false
      }
    }
  }

  rule {
    name     = "rate"
    priority = 50

    action {
      block {
        custom_response {
          response_code = 429
        }
      }
    }

    statement {
      rate_based_statement {
        aggregate_key_type    = "IP"
        limit                 = var.requests_per_source_a_minute
        evaluation_window_sec = 60
      }
    }

    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "rate"
      sampled_requests_enabled   = false
    }
  }

  dynamic "rule" {
    for_each = local.managed
    content {
      name     = rule.key
      priority = rule.value.priority

      override_action {
        none {}
      }

      statement {
        managed_rule_group_statement {
          vendor_name = "AWS"
          name        = rule.key

          dynamic "rule_action_override" {
            for_each = toset(rule.value.count_only)
            content {
              name = rule_action_override.value
              action_to_use {
                count {}
              }
            }
          }
        }
      }

      visibility_config {
        cloudwatch_metrics_enabled = true
        metric_name                = rule.key
        sampled_requests_enabled   = false
      }
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = var.name
    # Samples would keep requests of payers outside of our own logs.
    sampled_requests_enabled = false
  }
}

resource "aws_wafv2_web_acl_association" "alb" {
  resource_arn = var.load_balancer_arn
  web_acl_arn  = aws_wafv2_web_acl.this.arn
}

# The name must begin with aws-waf-logs-.
resource "aws_cloudwatch_log_group" "this" {
  name              = "aws-waf-logs-${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.logs_key_arn
}

resource "aws_wafv2_web_acl_logging_configuration" "this" {
  resource_arn            = aws_wafv2_web_acl.this.arn
  log_destination_configs = [aws_cloudwatch_log_group.this.arn]

  # What was let through is in the access log; here is what was stopped or counted.
  logging_filter {
    default_behavior = "DROP"

    filter {
      behavior    = "KEEP"
      requirement = "MEETS_ANY"
      condition {
        action_condition {
          action = "BLOCK"
        }
      }
      condition {
        action_condition {
          action = "COUNT"
        }
      }
    }
  }

  # Signatures and tokens stay out of logs.
  dynamic "redacted_fields" {
    for_each = toset(["authorization", "cookie", "stripe-signature", "verif-hash", "x-signature", "x-telegram-bot-api-secret-token"])
    content {
      single_header {
        name = redacted_fields.value
      }
    }
  }

  redacted_fields {
    query_string {}
  }
}
