output "arn" {
  description = "The cluster."
  value       = aws_msk_cluster.this.arn
}

output "name" {
  description = "The cluster."
  value       = aws_msk_cluster.this.cluster_name
}

output "bootstrap_servers" {
  description = "Where clients connect: TLS with IAM."
  value       = aws_msk_cluster.this.bootstrap_brokers_sasl_iam
}

output "topics" {
  description = "Every topic with its partitions, replicas and settings; the chart's topic job creates what is missing and changes what differs."
  value       = local.topics
}

output "dead_letter_topics" {
  description = "Which worker puts what aside where."
  value       = local.dead_letters
}
