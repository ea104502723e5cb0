locals {
  # What a node needs before it is ready.
  node_addons = {
    eks-pod-identity-agent = {}
    kube-proxy             = {}
    vpc-cni = {
      # A group a pod, and the chart's network policies carried out.
      enableNetworkPolicy = "true"
      env = {
        ENABLE_POD_ENI = "true"
        # Or what leaves the VPC would leave as the node, under the node's security group.
        AWS_VPC_K8S_CNI_EXTERNALSNAT      = "true"
        POD_SECURITY_GROUP_ENFORCING_MODE = "standard"
        ENABLE_PREFIX_DELEGATION          = "true"
      }
      init = { env = { DISABLE_TCP_EARLY_DEMUX = "true" } }
    }
  }
}

resource "aws_eks_addon" "node" {
  for_each = local.node_addons

  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = each.key
  configuration_values        = length(each.value) > 0 ? jsonencode(each.value) : null
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  dynamic "pod_identity_association" {
    for_each = each.key == "vpc-cni" ? [1] : []
    content {
      role_arn        = aws_iam_role.network.arn
      service_account = "aws-node"
    }
  }
}

# Runs on nodes, and is not ready before there are some.
resource "aws_eks_addon" "names" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "coredns"
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "PRESERVE"

  depends_on = [aws_eks_node_group.this]
}
