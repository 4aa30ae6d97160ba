output "url" {
  value = grafana_cloud_stack.stack.url
}

output "stack_token" {
  description = "For the provider `grafana.stack`."
  value       = grafana_cloud_stack_service_account_rotating_token.terraform.key
  sensitive   = true
}

output "checks" {
  description = "For the provider `grafana.stack`: the API of synthetic monitoring, and a token for it."
  value = {
    url   = grafana_synthetic_monitoring_installation.checks.stack_sm_api_url
    token = grafana_synthetic_monitoring_installation.checks.sm_access_token
  }
  sensitive = true
}

output "destinations" {
  description = "Where telemetry is sent, with `write_token` as the password."
  value = {
    prometheus = {
      url      = grafana_cloud_stack.stack.prometheus_remote_write_endpoint
      username = grafana_cloud_stack.stack.prometheus_user_id
    }
    otlp = {
      url      = "${grafana_cloud_stack.stack.otlp_url}/otlp"
      username = grafana_cloud_stack.stack.id
    }
  }
}

output "write_token" {
  value     = grafana_cloud_access_policy_rotating_token.token["write"].token
  sensitive = true
}
