resource "aws_cloudwatch_log_group" "this" {
  for_each = var.services

  name              = "/${var.name}/${each.key}"
  retention_in_days = var.retention_days
  kms_key_id        = var.key_arn
}

# ERROR means that a person must act now: each one counts.
resource "aws_cloudwatch_log_metric_filter" "errors" {
  for_each = aws_cloudwatch_log_group.this

  name           = "errors"
  log_group_name = each.value.name
  pattern        = "{ $.log.level = \"ERROR\" }"

  metric_transformation {
    name          = "errors"
    namespace     = "${var.name}/${each.key}"
    value         = "1"
    default_value = "0"
  }
}
