# What AWS would answer, as far as a policy or a validation looks at it. The account is made up.
mock_resource "aws_kms_key" {
  defaults = { arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001" }
}

mock_resource "aws_vpc" {
  defaults = { id = "vpc-00000000000000001", default_network_acl_id = "acl-00000000000000001", default_route_table_id = "rtb-00000000000000001" }
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

mock_resource "aws_s3_bucket" {
  defaults = { id = "octroi-mock-111122223333", arn = "arn:aws:s3:::octroi-mock-111122223333" }
}

mock_resource "aws_s3_bucket_policy" {
  defaults = { id = "octroi-mock-111122223333" }
}

mock_resource "aws_sns_topic" {
  defaults = { arn = "arn:aws:sns:eu-west-1:111122223333:mock" }
}

mock_resource "aws_secretsmanager_secret" {
  defaults = { id = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:mock-AbCdEf", arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:mock-AbCdEf" }
}

mock_resource "aws_eks_cluster" {
  defaults = { arn = "arn:aws:eks:eu-west-1:111122223333:cluster/octroi" }
}

mock_resource "aws_launch_template" {
  defaults = { id = "lt-00000000000000001", latest_version = 1 }
}

mock_resource "aws_msk_cluster" {
  defaults = {
    arn                        = "arn:aws:kafka:eu-west-1:111122223333:cluster/octroi/00000000-0000-4000-8000-000000000001-1"
    bootstrap_brokers_sasl_iam = "b-1.mock.example:9098,b-2.mock.example:9098,b-3.mock.example:9098"
  }
}

mock_resource "aws_msk_configuration" {
  defaults = { arn = "arn:aws:kafka:eu-west-1:111122223333:configuration/octroi/00000000-0000-4000-8000-000000000001-1", latest_revision = 1 }
}

mock_resource "aws_rds_cluster" {
  defaults = {
    id                  = "octroi"
    endpoint            = "octroi.cluster-mock.example"
    cluster_resource_id = "cluster-ABCDEFGHIJKLMNOP"
    master_user_secret  = [{ secret_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:rds!cluster-mock-AbCdEf", kms_key_id = "", secret_status = "active" }]
  }
}

mock_resource "aws_networkfirewall_rule_group" {
  defaults = { arn = "arn:aws:network-firewall:eu-west-1:111122223333:stateful-rulegroup/mock" }
}

mock_resource "aws_networkfirewall_firewall_policy" {
  defaults = { arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/mock" }
}

mock_resource "aws_networkfirewall_firewall" {
  defaults = {
    arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall/mock"
    firewall_status = [{ sync_states = [
      { availability_zone = "eu-west-1a", attachment = [{ endpoint_id = "vpce-0000000000000000a", subnet_id = "subnet-0000000000000000a" }] },
      { availability_zone = "eu-west-1b", attachment = [{ endpoint_id = "vpce-0000000000000000b", subnet_id = "subnet-0000000000000000b" }] },
      { availability_zone = "eu-west-1c", attachment = [{ endpoint_id = "vpce-0000000000000000c", subnet_id = "subnet-0000000000000000c" }] },
    ] }]
  }
}

mock_resource "aws_internet_gateway" {
  defaults = { id = "igw-00000000000000001" }
}

mock_data "aws_caller_identity" {
  defaults = { account_id = "111122223333" }
}

mock_data "aws_partition" {
  defaults = { partition = "aws" }
}

mock_data "aws_ec2_managed_prefix_list" {
  defaults = { id = "pl-00000000" }
}

mock_resource "aws_eip" {
  defaults = { public_ip = "192.0.2.10", allocation_id = "eipalloc-00000000000000001" }
}
