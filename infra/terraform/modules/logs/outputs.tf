output "groups" {
  description = "Log groups by service."
  value       = { for service, group in aws_cloudwatch_log_group.this : service => group.name }
}

output "arns" {
  description = "Log groups by service."
  value       = { for service, group in aws_cloudwatch_log_group.this : service => group.arn }
}
