output "ids" {
  description = "The groups by party: alb, gateway, payment-worker, subscription-worker, notifier, jobs, telemetry, nodes, control-plane, kafka, database, endpoints."
  value       = { for party, group in aws_security_group.party : party => group.id }
}

output "edges" {
  description = "Who may talk to whom, for people to read."
  value       = sort([for edge in values(local.rules) : "${edge.from} -> ${edge.to} ${edge.protocol}/${edge.port} (${edge.why})"])
}
