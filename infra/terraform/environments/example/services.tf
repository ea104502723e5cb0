# What the services run on and with.
locals {
  secrets = merge(
    { for endpoint, settings in var.endpoints : "webhooks/${endpoint}" => { description = "Verifies webhooks of ${endpoint}", owner = "gateway" } if settings.signed },
    { for endpoint, settings in var.endpoints : "providers/${endpoint}" => { description = "Credentials of the API of ${endpoint}", owner = "payment-worker" } if settings.asks_api },
    { for channel in var.channels : "notifier/${channel}" => { description = "Credentials of the channel ${channel}", owner = "notifier" } },
    { for service in ["gateway", "payment-worker", "subscription-worker", "notifier"] : "${service}/operations" => { description = "What operators show to the ${service}: {\"token\": ...}", owner = service } },
    { "subscription-worker/payments" = { description = "What the subscription-worker shows to the payment-worker: {\"token\": ...}", owner = "subscription-worker" } },
    { "notifier/suppression-key" = { description = "Key of the hashes of suppressed addresses; never rotated", owner = "notifier" } },
    { for endpoint, settings in var.endpoints : "notifier/unsubscribe" => { description = "Signs links to unsubscribe; what the endpoint unsubscribe verifies", owner = "notifier" } if endpoint == "unsubscribe" },
    { "gateway/quarantine-key" = { description = "Data key of the quarantine, 32 bytes in base64", owner = "gateway" } },
  )
}

module "storage" {
  source = "../../modules/storage"

  name            = var.name
  account_id      = local.account
  partition       = local.partition
  exports_key_arn = module.keys["exports"].arn
}

module "alb" {
  source = "../../modules/alb"

  name               = var.name
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.public_subnet_ids
  security_group_id  = module.security_groups.ids["alb"]
  certificate_arn    = var.certificate_arn
  access_logs_bucket = module.storage.logs_bucket
}

module "waf" {
  source = "../../modules/waf"

  name              = var.name
  load_balancer_arn = module.alb.arn
  provider_sources  = var.provider_sources
  logs_key_arn      = module.keys["logs"].arn
}

module "eks" {
  source = "../../modules/eks"

  name                            = var.name
  subnet_ids                      = module.network.app_subnet_ids
  control_plane_security_group_id = module.security_groups.ids["control-plane"]
  nodes_security_group_id         = module.security_groups.ids["nodes"]
  secrets_key_arn                 = module.keys["cluster"].arn
  volumes_key_arn                 = module.keys["volumes"].arn
  logs_key_arn                    = module.keys["logs"].arn
  administrators                  = var.administrators
  account_id                      = local.account
  partition                       = local.partition
}

module "msk" {
  source = "../../modules/msk"

  name              = var.name
  subnet_ids        = module.network.data_subnet_ids
  security_group_id = module.security_groups.ids["kafka"]
  key_arn           = module.keys["kafka"].arn
  logs_key_arn      = module.keys["logs"].arn
}

module "aurora" {
  source = "../../modules/aurora"

  name              = var.name
  subnet_ids        = module.network.data_subnet_ids
  security_group_id = module.security_groups.ids["database"]
  port              = local.database_port
  key_arn           = module.keys["database"].arn
  logs_key_arn      = module.keys["logs"].arn
  alarm_topic_arn   = module.observability.alarm_topic_arn
  partition         = local.partition
}

module "secrets" {
  source = "../../modules/secrets"

  name       = var.name
  key_arn    = module.keys["secrets"].arn
  account_id = local.account
  partition  = local.partition
  secrets    = { for name, secret in local.secrets : name => merge(secret, { rotation_function_arn = lookup(var.rotation_functions, name, null) }) }
}

module "ecr" {
  source = "../../modules/ecr"

  name    = var.name
  key_arn = module.keys["images"].arn
}

module "logs" {
  source = "../../modules/logs"

  name    = var.name
  key_arn = module.keys["logs"].arn
}

module "identity" {
  source = "../../modules/identity"

  name                     = var.name
  account_id               = local.account
  region                   = var.region
  partition                = local.partition
  cluster_name             = module.eks.name
  cluster_arn              = module.eks.arn
  kafka_arn                = module.msk.arn
  topics                   = [for topic in module.msk.topics : topic.name]
  database_resource_id     = module.aurora.resource_id
  database_users           = { for service, role in module.aurora.users : service => role.user }
  secret_arns              = module.secrets.arns_by_owner
  secrets_key_arn          = module.keys["secrets"].arn
  administrator_secret_arn = module.aurora.administrator_secret_arn
  database_key_arn         = module.keys["database"].arn
  target_group_arn         = module.alb.target_group_arn
  log_group_arns           = values(module.logs.arns)
  lag_scaling              = var.lag_scaling
  export_writers           = var.export_writers
  exports_bucket_arn       = module.storage.exports_bucket_arn
  exports_key_arn          = module.keys["exports"].arn
}

module "observability" {
  source = "../../modules/observability"

  name        = var.name
  account_id  = local.account
  region      = var.region
  partition   = local.partition
  key_arn     = module.keys["telemetry"].arn
  subscribers = var.alarm_subscribers
}

module "alarms" {
  source = "../../modules/alarms"

  name             = var.name
  topic_arn        = module.observability.alarm_topic_arn
  load_balancer    = { arn_suffix = module.alb.arn_suffix, target_group_arn_suffix = module.alb.target_group_arn_suffix }
  kafka_cluster    = module.msk.name
  database_cluster = module.aurora.identifier
  log_namespaces   = [for service in keys(module.logs.groups) : "${var.name}/${service}"]
}
