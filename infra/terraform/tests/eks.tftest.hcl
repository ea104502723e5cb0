mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
}

variables {
  name                            = "octroi"
  subnet_ids                      = ["subnet-00000000000000001", "subnet-00000000000000002", "subnet-00000000000000003"]
  control_plane_security_group_id = "sg-00000000000000001"
  nodes_security_group_id         = "sg-00000000000000001"
  secrets_key_arn                 = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  logs_key_arn                    = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  volumes_key_arn                 = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000001"
  administrators                  = ["arn:aws:iam::111122223333:role/administrators"]
  account_id                      = "111122223333"
}

run "holds" {
  command = plan

  module {
    source = "../modules/eks"
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_public_access == false && aws_eks_cluster.this.vpc_config[0].endpoint_private_access
    error_message = "EKS.1: the API server must answer inside the VPC only."
  }

  assert {
    condition     = tonumber(split(".", aws_eks_cluster.this.version)[1]) >= 33 && aws_eks_cluster.this.upgrade_policy[0].support_type == "STANDARD"
    error_message = "EKS.2: the version must be a supported one."
  }

  assert {
    condition     = try(aws_eks_cluster.this.encryption_config[0].resources == toset(["secrets"]), false)
    error_message = "EKS.3: Kubernetes secrets must be encrypted with a key of ours."
  }

  assert {
    condition     = contains(aws_eks_cluster.this.enabled_cluster_log_types, "audit")
    error_message = "EKS.8: what the cluster is asked must be logged."
  }

  assert {
    condition     = aws_launch_template.nodes.network_interfaces[0].associate_public_ip_address == "false"
    error_message = "EC2.25: nodes must have no public address."
  }

  assert {
    condition     = aws_launch_template.nodes.metadata_options[0].http_tokens == "required" && aws_launch_template.nodes.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "EC2.170: metadata must need a token, and be out of pods' reach."
  }

  assert {
    condition     = aws_launch_template.nodes.block_device_mappings[0].ebs[0].encrypted == "true"
    error_message = "EC2.181: disks of nodes must be encrypted."
  }

  assert {
    condition     = length(aws_eks_node_group.this.subnet_ids) == 3
    error_message = "AutoScaling.2: nodes must be in three zones."
  }

  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions == false
    error_message = "Only who is named administers the cluster."
  }

  assert {
    condition     = contains(keys(aws_eks_addon.node), "eks-pod-identity-agent")
    error_message = "Pods must get their roles by Pod Identity."
  }

  assert {
    condition     = !contains(keys(aws_iam_role_policy_attachment.nodes), "AmazonEKS_CNI_Policy")
    error_message = "Nodes must not be able to change addresses."
  }
}

# An old version; nobody to administer it; two zones; two nodes.
run "refuses" {
  command = plan

  module {
    source = "../modules/eks"
  }

  variables {
    kubernetes_version = "1.27"
    administrators     = []
    subnet_ids         = ["subnet-00000000000000001"]
    nodes              = { min = 2 }
  }

  expect_failures = [var.kubernetes_version, var.administrators, var.subnet_ids, var.nodes]
}
