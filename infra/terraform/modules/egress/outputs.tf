output "firewall_name" {
  description = "Names the firewall in metrics."
  value       = aws_networkfirewall_firewall.this.name
}

output "addresses" {
  description = "Public addresses that calls come from, for providers that ask for them."
  value       = { for zone, address in aws_eip.nat : zone => address.public_ip }
}
