# One environment, all modules. Copy this directory for your own, with a backend of your own.
provider "aws" {
  region = var.region

  default_tags {
    tags = { product = "octroi", environment = var.name }
  }
}

data "aws_caller_identity" "this" {}

data "aws_partition" "this" {}

data "aws_ec2_managed_prefix_list" "s3" {
  name = "com.amazonaws.${var.region}.s3"
}

locals {
  account   = data.aws_caller_identity.this.account_id
  partition = data.aws_partition.this.partition

  keys = {
    cluster   = { description = "Kubernetes secrets", services = [] }
    database  = { description = "Data and snapshots of the database", services = [] }
    exports   = { description = "Exports for people", services = [] }
    firewall  = { description = "Rules of the egress firewall", services = ["network-firewall.amazonaws.com"] }
    images    = { description = "Images of the services", services = [] }
    kafka     = { description = "Disks of the brokers", services = [] }
    logs      = { description = "Log groups of every kind", services = ["logs.${var.region}.amazonaws.com"] }
    secrets   = { description = "Secrets of providers and channels, nothing else", services = [] }
    telemetry = { description = "Alarms and traces", services = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "events.rds.amazonaws.com", "sns.amazonaws.com", "xray.amazonaws.com"] }
    volumes   = { description = "Disks of the nodes", services = [] }
  }

  database_port = 5433
}

module "keys" {
  source   = "../../modules/kms"
  for_each = local.keys

  name        = "${var.name}/${each.key}"
  description = each.value.description
  services    = each.value.services
  account_id  = local.account
  region      = var.region
  partition   = local.partition

  # Nodes are started under this role, which must hand the key on to their disks.
  service_roles = each.key == "volumes" ? ["arn:${local.partition}:iam::${local.account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"] : []
}

module "network" {
  source = "../../modules/network"

  name         = var.name
  cidr         = var.cidr
  zones        = var.zones
  logs_key_arn = module.keys["logs"].arn
  account_id   = local.account
}

module "security_groups" {
  source = "../../modules/security-groups"

  name              = var.name
  vpc_id            = module.network.vpc_id
  s3_prefix_list_id = data.aws_ec2_managed_prefix_list.s3.id
  database_port     = local.database_port
  internet_services = keys(var.egress)
  lag_scaling       = var.lag_scaling
  export_writers    = var.export_writers
}

module "endpoints" {
  source = "../../modules/endpoints"

  name              = var.name
  vpc_id            = module.network.vpc_id
  subnet_ids        = module.network.app_subnet_ids
  route_table_ids   = values(module.network.app_route_table_ids)
  security_group_id = module.security_groups.ids["endpoints"]
  account_id        = local.account
  region            = var.region
  partition         = local.partition
}

# The only way to the internet, and only if somebody names where it leads.
module "egress" {
  source = "../../modules/egress"
  count  = length(var.egress) > 0 ? 1 : 0

  name                = var.name
  vpc_id              = module.network.vpc_id
  cidr                = var.cidr
  internet_gateway_id = module.network.internet_gateway_id
  domains             = setunion(values(var.egress)...)
  key_arn             = module.keys["firewall"].arn
  logs_key_arn        = module.keys["logs"].arn

  zones = { for zone in var.zones : zone => {
    app_cidr       = module.network.app_cidrs[zone]
    route_table_id = module.network.app_route_table_ids[zone]
  } }
}
