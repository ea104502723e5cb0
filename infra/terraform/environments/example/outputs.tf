# Everything that the chart must be told: terraform output -json helm_values > values.aws.json
output "helm_values" {
  description = "Values for the chart."
  value = {
    aws = {
      region  = var.region
      account = local.account
    }
    cluster = { name = module.eks.name, endpoint = module.eks.endpoint, vpcId = module.network.vpc_id }
    # For network policies: VPC endpoints are among the services.
    network = {
      albCidrs      = values(module.network.public_cidrs)
      dataCidrs     = values(module.network.data_cidrs)
      endpointCidrs = values(module.network.app_cidrs)
    }
    images = module.ecr.repository_urls
    ingress = {
      targetGroupArn  = module.alb.target_group_arn
      certificateArn  = var.certificate_arn
      webAclArn       = module.waf.arn
      subnetIds       = module.network.public_subnet_ids
      securityGroupId = module.security_groups.ids["alb"]
      hostname        = module.alb.dns_name
      # The load balancer is the one proxy whose word on the caller's address counts.
      trustedProxyHops = 1
    }
    # One a service, for SecurityGroupPolicy.
    securityGroups = { for party in concat(["gateway", "payment-worker", "subscription-worker", "notifier", "jobs", "telemetry"], var.lag_scaling ? ["scaler"] : []) :
      party => module.security_groups.ids[party]
    }
    serviceAccounts = module.identity.service_accounts
    roles           = module.identity.role_arns
    kafka = {
      bootstrapServers = module.msk.bootstrap_servers
      topics           = module.msk.topics
    }
    database = {
      url                    = module.aurora.jdbc_url
      host                   = module.aurora.endpoint
      port                   = module.aurora.port
      users                  = module.aurora.users
      administratorSecretArn = module.aurora.administrator_secret_arn
      bootstrapSql           = module.aurora.bootstrap_sql
    }
    secrets = module.secrets.ids
    exports = { bucket = module.storage.exports_bucket }
    logs    = module.logs.groups
    otlp    = { tracesEndpoint = module.observability.otlp_traces_endpoint }
    egress = {
      services  = keys(var.egress)
      addresses = merge(module.egress[*].addresses...)
    }
  }
}

output "who_talks_to_whom" {
  description = "The security groups, for people to read."
  value       = module.security_groups.edges
}

output "public_name_points_to" {
  description = "Make the public name of the certificate a CNAME or alias of it."
  value       = module.alb.dns_name
}
