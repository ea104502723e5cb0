output "exports_bucket" {
  description = "Where exports are put; people fetch them by presigned links."
  value       = aws_s3_bucket.this["exports"].bucket
}

output "exports_bucket_arn" {
  description = "The bucket of the exports."
  value       = aws_s3_bucket.this["exports"].arn
}

output "logs_bucket" {
  description = "Where the load balancer and S3 itself log."
  value       = aws_s3_bucket_policy.this["logs"].bucket
}
