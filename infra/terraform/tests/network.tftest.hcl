mock_provider "aws" {
  source = "./mocks"
}

variables {
  name         = "octroi"
  cidr         = "10.40.0.0/16"
  zones        = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  logs_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  account_id   = "111122223333"
}

# Applied, because what a plan leaves open (rules and routes that AWS would add) must be empty.
run "holds" {
  command = apply

  module {
    source = "../modules/network"
  }

  assert {
    condition     = length(aws_default_security_group.none.ingress) == 0 && length(aws_default_security_group.none.egress) == 0
    error_message = "EC2.2: the VPC's default security group must have no rules."
  }

  assert {
    condition     = aws_flow_log.this.vpc_id == aws_vpc.this.id && contains(["ALL", "REJECT"], aws_flow_log.this.traffic_type)
    error_message = "EC2.6: what is refused must be in the flow logs of the VPC."
  }

  assert {
    condition = alltrue([for subnet in concat(values(aws_subnet.public), values(aws_subnet.app), values(aws_subnet.data)) :
      subnet.map_public_ip_on_launch == false
    ])
    error_message = "EC2.15: no subnet may assign public addresses by itself."
  }

  assert {
    condition = alltrue([for acl in [aws_network_acl.public, aws_network_acl.app, aws_network_acl.data] :
      length(acl.subnet_ids) > 0
    ])
    error_message = "EC2.16: an ACL without a subnet is unused."
  }

  assert {
    condition = alltrue(flatten([
      for acl in [aws_network_acl.public, aws_network_acl.app, aws_network_acl.data] : [
        for rule in acl.ingress : rule.cidr_block != "0.0.0.0/0" || rule.action != "allow" || (
          rule.protocol == "tcp" && !(rule.from_port <= 22 && rule.to_port >= 22) && !(rule.from_port <= 3389 && rule.to_port >= 3389)
        )
      ]
    ]))
    error_message = "EC2.21: ports 22 and 3389 must not be open to 0.0.0.0/0 in any network ACL."
  }

  assert {
    condition     = length(aws_route_table.data.route) == 0 && aws_route.internet.route_table_id == aws_route_table.public.id && length(aws_route_table_association.data) == 3
    error_message = "RDS.46: the subnets of the database must have no route to an internet gateway."
  }

  assert {
    condition     = alltrue([for association in aws_route_table_association.data : association.route_table_id == aws_route_table.data.id])
    error_message = "RDS.46: the subnets of the database must use the route table without a way out."
  }

  assert {
    condition     = alltrue([for table in aws_route_table.app : length(table.route) == 0])
    error_message = "Without an egress path no route may lead out of the services' subnets."
  }

  assert {
    condition = length(distinct(concat(
      values(output.app_cidrs),
      [for subnet in aws_subnet.public : subnet.cidr_block],
      [for subnet in aws_subnet.data : subnet.cidr_block],
    ))) == 9
    error_message = "Each zone needs a public, a service and a data subnet of its own."
  }
}

# two zones are refused; public addresses are refused.
run "refuses" {
  command = plan

  module {
    source = "../modules/network"
  }

  variables {
    zones = ["eu-west-1a", "eu-west-1b", "eu-west-1b"]
    cidr  = "8.8.0.0/16"
  }

  expect_failures = [var.zones, var.cidr]
}

# a range too small for a pod an address is refused.
run "refuses_too" {
  command = plan

  module {
    source = "../modules/network"
  }

  variables {
    cidr = "10.40.0.0/24"
  }

  expect_failures = [var.cidr]
}
