# The stack, tokens for it, and what is in it.

locals {
  # The data source that each stack has. Unlike ours, it can also write.
  stack_metrics_uid = "grafanacloud-prom"
}

resource "grafana_cloud_stack" "stack" {
  provider = grafana.cloud

  name        = var.grafana_stack_slug
  slug        = var.grafana_stack_slug
  region_slug = var.grafana_region
  description = "Faultline"
  # The default is true, and `terraform destroy` would fail.
  delete_protection = false
}

module "content" {
  source    = "../grafana"
  providers = { grafana = grafana.stack }

  slack_webhook_url        = var.slack_webhook_url
  slack_ticket_webhook_url = var.slack_ticket_webhook_url
  recorded_metrics_uid     = local.stack_metrics_uid
  data_source_token        = grafana_cloud_access_policy_rotating_token.token["read"].token
  data_sources = {
    prometheus = {
      url      = grafana_cloud_stack.stack.prometheus_remote_endpoint
      username = grafana_cloud_stack.stack.prometheus_user_id
    }
    loki = {
      url      = grafana_cloud_stack.stack.logs_url
      username = grafana_cloud_stack.stack.logs_user_id
    }
    tempo = {
      url      = "${grafana_cloud_stack.stack.traces_url}/tempo"
      username = grafana_cloud_stack.stack.traces_user_id
    }
    pyroscope = {
      url      = grafana_cloud_stack.stack.profiles_url
      username = grafana_cloud_stack.stack.profiles_user_id
    }
  }
}
