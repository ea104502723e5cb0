output "role_arns" {
  description = "Role by service account."
  value       = { for account, role in aws_iam_role.this : account => role.arn }
}

output "service_accounts" {
  description = "Namespace and name that each role is for; a pod under any other name gets nothing."
  value       = { for account, where in local.accounts : account => where }
}
