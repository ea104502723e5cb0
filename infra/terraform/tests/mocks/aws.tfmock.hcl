# What AWS would answer, as far as a policy or a validation looks at it. The account is made up.
mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001" }
}

mock_resource "aws_vpc" {
  defaults = { id = "vpc-00000000000000001", default_network_acl_id = "acl-00000000000000001", default_route_table_id = "rtb-00000000000000001" }
}

mock_resource "aws_subnet" {
  defaults = { id = "subnet-00000000000000001" }
}

mock_resource "aws_security_group" {
  defaults = { id = "sg-00000000000000001" }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = { arn = "arn:aws:logs:eu-west-1:111122223333:log-group:mock" }
}

mock_resource "aws_iam_role" {
  defaults = { arn = "arn:aws:iam::111122223333:role/mock" }
}

mock_resource "aws_iam_policy" {
  defaults = { arn = "arn:aws:iam::111122223333:policy/mock" }
}

mock_resource "aws_lb" {
  defaults = {
    arn        = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/mock/0000000000000001"
    arn_suffix = "app/mock/0000000000000001"
  }
}

mock_resource "aws_lb_target_group" {
  defaults = {
    arn        = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/mock/0000000000000001"
    arn_suffix = "targetgroup/mock/0000000000000001"
  }
}

mock_resource "aws_lb_listener" {
  defaults = { arn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/mock/0000000000000001/0000000000000001" }
}

mock_resource "aws_wafv2_web_acl" {
  defaults = { arn = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/mock/00000000-0000-4000-8000-000000000001" }
}

mock_resource "aws_wafv2_ip_set" {
  defaults = { arn = "arn:aws:wafv2:eu-west-1:111122223333:regional/ipset/mock/00000000-0000-4000-8000-000000000001" }
}
