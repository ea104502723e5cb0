output "repository_urls" {
  description = "Where images are pushed to and pulled from, by image."
  value       = { for image, repository in aws_ecr_repository.this : image => repository.repository_url }
}
