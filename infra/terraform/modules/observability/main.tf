# Where alarms are told, and where traces go.
resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.key_arn
}

resource "aws_sns_topic_policy" "alarms" {
  arn = aws_sns_topic.alarms.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AwsServicesOfThisAccountTell"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "events.rds.amazonaws.com"] }
        Action    = ["sns:Publish"]
        Resource  = aws_sns_topic.alarms.arn
        Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
      },
      {
        Sid       = "EncryptedOnTheWay"
        Effect    = "Deny"
        Principal = "*"
        Action    = ["sns:Publish"]
        Resource  = aws_sns_topic.alarms.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "alarms" {
  for_each = var.subscribers

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = each.value.protocol
  endpoint  = each.value.endpoint
}

# A rotation that failed is told: the provider may by then accept the new secret only.
resource "aws_cloudwatch_event_rule" "rotation" {
  name        = "${var.name}-rotation-failed"
  description = "The rotation of a secret failed"

  event_pattern = jsonencode({
    source      = ["aws.secretsmanager"]
    detail-type = ["AWS Service Event via CloudTrail"]
    detail      = { eventName = ["RotationFailed", "RotationAbandoned"] }
  })
}

resource "aws_cloudwatch_event_target" "rotation" {
  rule = aws_cloudwatch_event_rule.rotation.name
  arn  = aws_sns_topic.alarms.arn
}

resource "aws_xray_encryption_config" "this" {
  type   = "KMS"
  key_id = var.key_arn
}

# X-Ray's OTLP endpoint keeps spans in CloudWatch Logs.
resource "aws_cloudwatch_log_resource_policy" "spans" {
  policy_name = "${var.name}-spans"

  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "SpansFromXRay"
      Effect    = "Allow"
      Principal = { Service = "xray.amazonaws.com" }
      Action    = ["logs:PutLogEvents"]
      Resource = [
        "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:aws/spans:*",
        "arn:${var.partition}:logs:${var.region}:${var.account_id}:log-group:/aws/application-signals/data:*",
      ]
      Condition = {
        ArnLike      = { "aws:SourceArn" = "arn:${var.partition}:xray:${var.region}:${var.account_id}:*" }
        StringEquals = { "aws:SourceAccount" = var.account_id }
      }
    }]
  })
}
