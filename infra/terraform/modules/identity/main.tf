# One role a service account, taken by EKS Pod Identity. The trust names the cluster, the namespace and
# the account: a pod that calls itself otherwise gets nothing.
locals {
  statements = merge(
    { for service in keys(local.grants) : service => concat(
      [for statement in local.kafka_statements[service] : jsonencode(statement)],
      [for statement in local.secret_statements[service] : jsonencode(statement)],
      [for statement in lookup(local.database_statements, service, []) : jsonencode(statement)],
      [for statement in lookup(local.export_statements, service, []) : jsonencode(statement)],
    ) },
    { for account, statements in local.beside : account => [
      for statement in statements : jsonencode(statement)
    ] },
  )

  accounts = { for account in keys(local.statements) : account => {
    namespace = lookup({ aws-load-balancer-controller = "kube-system", keda-operator = "keda" }, account, var.namespace)
    name      = account
  } }
}

resource "aws_iam_role" "this" {
  for_each = local.accounts

  name                 = "${var.name}-${each.key}"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
      Condition = { StringEquals = {
        "aws:RequestTag/eks-cluster-arn"            = var.cluster_arn
        "aws:RequestTag/kubernetes-namespace"       = each.value.namespace
        "aws:RequestTag/kubernetes-service-account" = each.value.name
      } }
    }]
  })
}

resource "aws_iam_policy" "this" {
  for_each = local.accounts

  name        = "${var.name}-${each.key}"
  description = "What ${each.key} may do"
  policy      = "{\"Version\":\"2012-10-17\",\"Statement\":[${join(",", local.statements[each.key])}]}"
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = local.accounts

  role       = aws_iam_role.this[each.key].name
  policy_arn = aws_iam_policy.this[each.key].arn
}

resource "aws_eks_pod_identity_association" "this" {
  for_each = local.accounts

  cluster_name    = var.cluster_name
  namespace       = each.value.namespace
  service_account = each.value.name
  role_arn        = aws_iam_role.this[each.key].arn
}
