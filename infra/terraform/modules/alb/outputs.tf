output "arn" {
  description = "The load balancer."
  value       = aws_lb.this.arn
}

output "dns_name" {
  description = "What the public name must point to."
  value       = aws_lb.this.dns_name
}

output "arn_suffix" {
  description = "Names the load balancer in metrics."
  value       = aws_lb.this.arn_suffix
}

output "target_group_arn" {
  description = "Where the gateway's pods are registered."
  value       = aws_lb_target_group.gateway.arn
}

output "target_group_arn_suffix" {
  description = "Names the target group in metrics."
  value       = aws_lb_target_group.gateway.arn_suffix
}
