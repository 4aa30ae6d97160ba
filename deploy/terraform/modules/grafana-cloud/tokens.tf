# Tokens live for 90 days. Each `terraform apply` within the last 30 of them replaces them.

locals {
  policies = {
    # The data sources.
    read = ["metrics:read", "logs:read", "traces:read", "profiles:read"]
    # Alloy in the cluster.
    write = ["metrics:write", "logs:write", "traces:write"]
    # Synthetic monitoring.
    checks = ["stacks:read", "metrics:write", "logs:write", "traces:write"]
  }
}

resource "grafana_cloud_access_policy" "policy" {
  for_each = local.policies
  provider = grafana.cloud

  name   = "${var.grafana_stack_slug}-${each.key}"
  region = grafana_cloud_stack.stack.region_slug
  scopes = each.value

  realm {
    type       = "stack"
    identifier = grafana_cloud_stack.stack.id
  }
}

resource "grafana_cloud_access_policy_rotating_token" "token" {
  for_each = local.policies
  provider = grafana.cloud

  region                = grafana_cloud_stack.stack.region_slug
  access_policy_id      = grafana_cloud_access_policy.policy[each.key].policy_id
  name_prefix           = "${var.grafana_stack_slug}-${each.key}"
  expire_after          = "2160h"
  early_rotation_window = "720h"
  delete_on_destroy     = true

  lifecycle {
    create_before_destroy = true
  }
}

# What Terraform itself needs inside the stack.
resource "grafana_cloud_stack_service_account" "terraform" {
  provider = grafana.cloud

  stack_slug = grafana_cloud_stack.stack.slug
  name       = "terraform"
  role       = "Admin"
}

resource "grafana_cloud_stack_service_account_rotating_token" "terraform" {
  provider = grafana.cloud

  stack_slug                    = grafana_cloud_stack.stack.slug
  service_account_id            = grafana_cloud_stack_service_account.terraform.id
  name_prefix                   = "terraform"
  seconds_to_live               = 90 * 24 * 3600
  early_rotation_window_seconds = 30 * 24 * 3600
  delete_on_destroy             = true

  lifecycle {
    create_before_destroy = true
  }
}
