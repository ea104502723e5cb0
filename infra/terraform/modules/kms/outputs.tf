output "arn" {
  description = "The key itself; policies name keys, never aliases."
  value       = aws_kms_key.this.arn
}
