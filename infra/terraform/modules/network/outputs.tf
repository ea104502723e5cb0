output "vpc_id" {
  description = "The VPC."
  value       = aws_vpc.this.id
}

output "cidr" {
  description = "Its addresses."
  value       = aws_vpc.this.cidr_block
}

output "internet_gateway_id" {
  description = "The way in for the load balancer; the egress module is the only other user."
  value       = aws_internet_gateway.this.id
}

output "public_subnet_ids" {
  description = "For the load balancer, one a zone."
  value       = [for zone in var.zones : aws_subnet.public[zone].id]
}

output "app_subnet_ids" {
  description = "For nodes, pods and VPC endpoints, one a zone."
  value       = [for zone in var.zones : aws_subnet.app[zone].id]
}

output "data_subnet_ids" {
  description = "For the broker and the database, one a zone."
  value       = [for zone in var.zones : aws_subnet.data[zone].id]
}

output "app_cidrs" {
  description = "Addresses of the services by zone."
  value       = local.app_cidrs
}

output "public_cidrs" {
  description = "Addresses of the load balancer by zone."
  value       = local.public_cidrs
}

output "data_cidrs" {
  description = "Addresses of the broker and the database by zone."
  value       = local.data_cidrs
}

output "app_route_table_ids" {
  description = "Routes of the services by zone."
  value       = { for zone, table in aws_route_table.app : zone => table.id }
}

output "public_route_table_id" {
  description = "Routes of the public subnets."
  value       = aws_route_table.public.id
}

output "data_route_table_id" {
  description = "Routes of the broker and the database: within the VPC only."
  value       = aws_route_table.data.id
}
