output "services" {
  description = "Services that are reached without leaving the VPC."
  value       = sort(concat(["s3"], [for service in var.services : service]))
}
