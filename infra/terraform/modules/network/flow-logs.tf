resource "aws_cloudwatch_log_group" "flows" {
  name              = "/${var.name}/vpc-flows"
  retention_in_days = var.flow_log_retention_days
  kms_key_id        = var.logs_key_arn
}

resource "aws_flow_log" "this" {
  vpc_id                   = aws_vpc.this.id
  traffic_type             = "ALL"
  log_destination          = aws_cloudwatch_log_group.flows.arn
  iam_role_arn             = aws_iam_role.flows.arn
  max_aggregation_interval = 60
}

resource "aws_iam_role" "flows" {
  name = "${var.name}-vpc-flows"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "vpc-flow-logs.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = var.account_id } }
    }]
  })
}

resource "aws_iam_role_policy" "flows" {
  name = "write-flows"
  role = aws_iam_role.flows.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"]
      Resource = "${aws_cloudwatch_log_group.flows.arn}:*"
    }]
  })
}
