mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name              = "octroi"
  vpc_id            = "vpc-00000000000000001"
  s3_prefix_list_id = "pl-00000000"
}

run "holds" {
  command = plan

  module {
    source = "../modules/security-groups"
  }

  assert {
    condition     = sort([for rule in aws_vpc_security_group_ingress_rule.public : tostring(rule.from_port)]) == tolist(["443", "80"])
    error_message = "EC2.18: only 80 and 443 may be open to 0.0.0.0/0."
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.edge : rule.cidr_ipv4 == null && rule.cidr_ipv6 == null])
    error_message = "EC2.18: between parties only groups are named, never addresses."
  }

  assert {
    condition = alltrue([for rule in aws_vpc_security_group_ingress_rule.public : alltrue([
      for port in [20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300] :
      !(rule.from_port <= port && rule.to_port >= port)
    ])])
    error_message = "EC2.19: a port of high risk is open to 0.0.0.0/0."
  }

  assert {
    condition     = toset([for edge in output.edges : split(" ", edge)[0] if strcontains(edge, "-> database ")]) == toset(["jobs", "notifier", "payment-worker", "subscription-worker"])
    error_message = "Only the workers and the job that makes their roles may reach the database; the gateway never."
  }

  assert {
    condition     = toset([for edge in output.edges : split(" ", edge)[0] if strcontains(edge, "-> kafka ")]) == toset(["gateway", "jobs", "notifier", "payment-worker", "subscription-worker"])
    error_message = "Only the services and the job that makes topics may reach the broker."
  }

  assert {
    condition     = toset([for edge in output.edges : split(" ", edge)[0] if strcontains(edge, "-> gateway tcp/8080")]) == toset(["alb"])
    error_message = "Only the load balancer may send webhooks to the gateway."
  }

  assert {
    condition     = length([for edge in output.edges : edge if startswith(edge, "kafka ->") || startswith(edge, "database ->") || startswith(edge, "endpoints ->")]) == 0
    error_message = "Broker, database and endpoints answer; they begin no conversation."
  }

  assert {
    condition     = alltrue([for key, rule in aws_vpc_security_group_egress_rule.edge : aws_vpc_security_group_ingress_rule.edge[key].from_port == rule.from_port])
    error_message = "Each edge must have a rule at either end."
  }

  assert {
    condition     = length(aws_vpc_security_group_egress_rule.internet) == 0
    error_message = "The way to the internet must be off by default."
  }
}

run "only_who_is_named_reaches_the_internet" {
  command = plan

  module {
    source = "../modules/security-groups"
  }

  variables {
    internet_services = ["payment-worker", "notifier"]
  }

  assert {
    condition     = toset(keys(aws_vpc_security_group_egress_rule.internet)) == toset(["notifier", "payment-worker"]) && alltrue([for rule in aws_vpc_security_group_egress_rule.internet : rule.from_port == 443 && rule.to_port == 443])
    error_message = "Only the named services may call out, and only on 443."
  }
}

# the subscription worker never calls out; the usual port of the database is refused.
run "refuses" {
  command = plan

  module {
    source = "../modules/security-groups"
  }

  variables {
    internet_services = ["subscription-worker"]
    database_port     = 5432
  }

  expect_failures = [var.internet_services, var.database_port]
}

run "what_scales_workers_reaches_the_broker" {
  command = plan

  module {
    source = "../modules/security-groups"
  }

  variables {
    lag_scaling = true
  }

  assert {
    condition     = contains(output.edges, one([for edge in output.edges : edge if startswith(edge, "scaler -> kafka tcp/9098")])) && length([for edge in output.edges : edge if startswith(edge, "scaler -> database") || startswith(edge, "scaler -> endpoints")]) == 0
    error_message = "KEDA's operator may ask the broker, and nothing else that holds data."
  }
}
