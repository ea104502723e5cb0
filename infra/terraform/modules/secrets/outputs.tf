output "arns" {
  description = "The secrets by name."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.arn }
}

output "ids" {
  description = "What the services are told (secret-id), by name."
  value       = { for name, secret in aws_secretsmanager_secret.this : name => secret.name }
}

output "arns_by_owner" {
  description = "The secrets that each service may read."
  value       = { for owner in ["gateway", "payment-worker", "subscription-worker", "notifier"] : owner => [for name, secret in var.secrets : aws_secretsmanager_secret.this[name].arn if secret.owner == owner] }
}
