output "arn" {
  description = "The web ACL, for an ingress that makes a load balancer of its own."
  value       = aws_wafv2_web_acl.this.arn
}

output "name" {
  description = "Names the web ACL in metrics."
  value       = aws_wafv2_web_acl.this.name
}
