output "alarm_topic_arn" {
  description = "Where alarms and events are told."
  value       = aws_sns_topic.alarms.arn
}

output "otlp_traces_endpoint" {
  description = "Where the collector sends traces: OTLP over HTTP, signed (SigV4, service xray)."
  value       = "https://xray.${var.region}.amazonaws.com/v1/traces"
}
