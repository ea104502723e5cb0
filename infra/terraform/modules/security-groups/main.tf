# Who may talk to whom, and nothing more: each line of local.edges is one direction between two
# named parties on one port, and becomes one rule at either end.
locals {
  services = {
    gateway             = 9080
    payment-worker      = 9081
    subscription-worker = 9082
    notifier            = 9083
  }
  workers = ["payment-worker", "subscription-worker", "notifier"]

  parties = merge({ for party, what in { scaler = "KEDA's operator, which asks for the lag of workers" } : party => what if var.lag_scaling }, {
    alb                 = "Load balancer in the public subnets"
    gateway             = "Pods of the gateway"
    payment-worker      = "Pods of the payment-worker"
    subscription-worker = "Pods of the subscription-worker"
    notifier            = "Pods of the notifier"
    jobs                = "Pods that create topics and database roles"
    telemetry           = "Collector of traces, metrics and logs"
    nodes               = "Nodes of the cluster and pods without a group of their own"
    control-plane       = "API server of the cluster"
    kafka               = "Brokers"
    database            = "Database"
    endpoints           = "VPC endpoints of AWS services"
  })

  calls_aws = concat(keys(local.services), ["jobs", "telemetry", "nodes"])
  resolves  = concat(keys(local.services), ["jobs", "telemetry"])

  edges = concat(
    [
      { from = "alb", to = "gateway", port = 8080, why = "webhooks" },
      { from = "alb", to = "gateway", port = 9080, why = "health of the target" },
      { from = "nodes", to = "control-plane", port = 443, why = "API of the cluster" },
      { from = "control-plane", to = "nodes", port = 10250, why = "kubelet" },
      { from = "control-plane", to = "nodes", port = 9443, why = "admission webhooks" },
      { from = "nodes", to = "nodes", port = 10250, why = "resource metrics" },
      { from = "telemetry", to = "control-plane", port = 443, why = "discovery of pods" },
      { from = "subscription-worker", to = "payment-worker", port = 9081, why = "what was paid, against what was granted" },
    ],
    [for service in concat(keys(local.services), ["jobs"]) :
      { from = service, to = "kafka", port = 9098, why = "broker, TLS with IAM" }
    ],
    [for service in concat(local.workers, ["jobs"]) :
      { from = service, to = "database", port = var.database_port, why = "PostgreSQL" }
    ],
    [for party in local.calls_aws :
      { from = party, to = "endpoints", port = 443, why = "AWS APIs" }
    ],
    [{ from = "notifier", to = "endpoints", port = 587, why = "mail" }],
    [for service in keys(local.services) :
      { from = service, to = "telemetry", port = 4318, why = "OTLP over HTTP" }
    ],
    flatten([for service, port in local.services : [
      { from = "telemetry", to = service, port = port, why = "metrics" },
      { from = "nodes", to = service, port = port, why = "probes of the kubelet" },
    ]]),
    [for party in concat(local.resolves, ["nodes"]) :
      { from = party, to = "nodes", port = 53, why = "names" }
    ],
    [for edge in [
      { from = "scaler", to = "kafka", port = 9098, why = "lag of workers, TLS with IAM" },
      { from = "scaler", to = "control-plane", port = 443, why = "replicas of workers" },
      { from = "scaler", to = "nodes", port = 53, why = "names" },
      { from = "nodes", to = "scaler", port = 8081, why = "probes of the kubelet" },
      { from = "nodes", to = "scaler", port = 9666, why = "metrics, asked for by KEDA's API server" },
      { from = "control-plane", to = "nodes", port = 6443, why = "KEDA's API server" },
    ] : edge if var.lag_scaling],
  )

  # Names are asked for over UDP first.
  datagram_edges = [for edge in local.edges : merge(edge, { protocol = "udp" }) if edge.port == 53]
  stream_edges   = [for edge in local.edges : merge(edge, { protocol = "tcp" })]

  rules = { for edge in concat(local.stream_edges, local.datagram_edges) :
    "${edge.from}-to-${edge.to}-${edge.port}-${edge.protocol}" => edge
  }
}

resource "aws_security_group" "party" {
  for_each = local.parties

  name        = "${var.name}-${each.key}"
  description = each.value
  vpc_id      = var.vpc_id

  tags = { Name = "${var.name}-${each.key}" }
}

resource "aws_vpc_security_group_egress_rule" "edge" {
  for_each = local.rules

  security_group_id            = aws_security_group.party[each.value.from].id
  referenced_security_group_id = aws_security_group.party[each.value.to].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
  description                  = "to ${each.value.to}: ${each.value.why}"
}

resource "aws_vpc_security_group_ingress_rule" "edge" {
  for_each = local.rules

  security_group_id            = aws_security_group.party[each.value.to].id
  referenced_security_group_id = aws_security_group.party[each.value.from].id
  ip_protocol                  = each.value.protocol
  from_port                    = each.value.port
  to_port                      = each.value.port
  description                  = "from ${each.value.from}: ${each.value.why}"
}

# The one door from outside. Port 80 only redirects.
resource "aws_vpc_security_group_ingress_rule" "public" {
  for_each = toset(["80", "443"])

  security_group_id = aws_security_group.party["alb"].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = tonumber(each.key)
  to_port           = tonumber(each.key)
  description       = each.key == "443" ? "webhooks" : "redirect to 443"
}

# Layers of images come from S3, and exports go there, through its gateway endpoint,
# which is reached by its addresses.
resource "aws_vpc_security_group_egress_rule" "s3" {
  for_each = setunion(["nodes"], var.export_writers)

  security_group_id = aws_security_group.party[each.key].id
  prefix_list_id    = var.s3_prefix_list_id
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  description       = each.key == "nodes" ? "to S3: layers of images" : "to S3: exports"
}

# Off unless somebody decides otherwise: see the egress module for where it leads.
resource "aws_vpc_security_group_egress_rule" "internet" {
  for_each = var.internet_services

  security_group_id = aws_security_group.party[each.key].id
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
  description       = "to allowed names on the internet, through the firewall"
}
