# Terraform does not reach the database, which answers inside the VPC only: the roles are made by the
# chart's database job, from this text.
locals {
  # The payment-worker makes its payments again in a schema beside.
  users = {
    payment-worker      = { user = "payment_worker", schema = "payments", also = ["payments_shadow"] }
    subscription-worker = { user = "subscription_worker", schema = "subscriptions", also = [] }
    notifier            = { user = "notifier", schema = "notifier", also = [] }
  }

  bootstrap_sql = join("\n", concat(
    ["revoke all on database octroi from public;", "revoke all on schema public from public;"],
    flatten([for role in values(local.users) : concat(
      [
        "do $$ begin if not exists (select from pg_roles where rolname = '${role.user}') then create role ${role.user} login; end if; end $$;",
        "grant rds_iam to ${role.user};",
        "grant connect, temporary on database octroi to ${role.user};",
        "grant ${role.user} to octroi_administrator;",
      ],
      flatten([for schema in concat([role.schema], role.also) : [
        "create schema if not exists ${schema} authorization ${role.user};",
        "alter schema ${schema} owner to ${role.user};",
        "revoke all on schema ${schema} from public;",
      ]]),
      ["alter role ${role.user} in database octroi set search_path = ${role.schema};", ""],
    )]),
  ))
}
