output "endpoint" {
  description = "Where the workers connect."
  value       = aws_rds_cluster.this.endpoint
}

output "port" {
  description = "Port of the database."
  value       = aws_rds_cluster.this.port
}

output "jdbc_url" {
  description = "For the workers; IAM tokens need TLS, and the certificate is checked."
  value       = "jdbc:aws-wrapper:postgresql://${aws_rds_cluster.this.endpoint}:${aws_rds_cluster.this.port}/${aws_rds_cluster.this.database_name}?wrapperPlugins=iam,failover2,efm2&sslmode=verify-full"
}

output "resource_id" {
  description = "Names the cluster in rds-db:connect."
  value       = aws_rds_cluster.this.cluster_resource_id
}

output "identifier" {
  description = "Names the cluster in metrics."
  value       = aws_rds_cluster.this.cluster_identifier
}

output "administrator_secret_arn" {
  description = "Password of the administrator, which RDS makes and rotates; only the job that makes the roles reads it."
  value       = aws_rds_cluster.this.master_user_secret[0].secret_arn
}

output "users" {
  description = "Database user and schema by service."
  value       = local.users
}

output "bootstrap_sql" {
  description = "Makes one role and one schema a service; may be run again. The chart's database job runs it as the administrator."
  value       = local.bootstrap_sql
}
