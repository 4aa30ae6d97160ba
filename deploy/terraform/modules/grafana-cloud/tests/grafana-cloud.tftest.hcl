mock_provider "grafana" {
  alias = "cloud"

  mock_resource "grafana_cloud_stack" {
    defaults = { id = "77", prometheus_user_id = 1, logs_user_id = 2, traces_user_id = 3, profiles_user_id = 4, traces_url = "https://tempo.example", otlp_url = "https://otlp.example" }
  }
}

mock_provider "grafana" {
  alias = "stack"

  mock_data "grafana_synthetic_monitoring_probes" {
    defaults = { probes = { Frankfurt = 3, London = 5, Ohio = 8 } }
  }
}

variables {
  grafana_stack_slug = "acmefaultline"
  grafana_region     = "eu"
  shop_url           = "http://203.0.113.9:8080"
  slack_webhook_url  = "https://hooks.slack.com/services/T0/B0/x"
}

run "stack" {
  assert {
    condition     = grafana_cloud_stack.stack.delete_protection == false
    error_message = "terraform destroy must be able to delete the stack."
  }

  assert {
    condition     = alltrue([for policy in grafana_cloud_access_policy.policy : one(policy.realm).type == "stack" && one(policy.realm).identifier == grafana_cloud_stack.stack.id])
    error_message = "No policy may reach beyond this stack."
  }

  assert {
    condition     = !anytrue([for scope in flatten([for policy in grafana_cloud_access_policy.policy : policy.scopes]) : endswith(scope, ":delete")])
    error_message = "No token deletes."
  }

  assert {
    condition     = alltrue([for token in grafana_cloud_access_policy_rotating_token.token : token.delete_on_destroy && token.expire_after == "2160h" && token.early_rotation_window == "720h"]) && grafana_cloud_stack_service_account_rotating_token.terraform.delete_on_destroy
    error_message = "Tokens must rotate, and be deleted with the rest."
  }

  assert {
    condition     = issensitive(output.stack_token) && issensitive(output.write_token) && issensitive(output.checks)
    error_message = "Tokens must be sensitive."
  }

  assert {
    condition     = output.destinations.otlp == { url = "https://otlp.example/otlp", username = "77" }
    error_message = "The user of the OTLP gateway is the id of the stack."
  }
}

run "checks" {
  assert {
    condition     = { for name, check in grafana_synthetic_monitoring_check.gateway : name => check.target } == { web-gateway = "http://203.0.113.9:8080/", api-gateway = "http://203.0.113.9:8080/api/products" }
    error_message = "Both gateways must be checked."
  }

  assert {
    condition     = alltrue([for check in grafana_synthetic_monitoring_check.gateway : check.enabled && length(check.probes) == 2])
    error_message = "Checks must be enabled, and run in two places."
  }

  assert {
    condition     = grafana_synthetic_monitoring_installation.checks.stack_id == grafana_cloud_stack.stack.id && output.checks.token == grafana_synthetic_monitoring_installation.checks.sm_access_token
    error_message = "The provider that makes the checks must get the token of the installation."
  }
}

run "objectives" {
  assert {
    condition     = alltrue([for slo in grafana_slo.objective : slo.destination_datasource[0].uid == "grafanacloud-prom"])
    error_message = "The results must be written to the stack's own data source: our token only reads."
  }

  assert {
    condition     = { for name, slo in grafana_slo.objective : name => slo.objectives[0].value } == { checkout = 0.995, failed-payments = 1 - 0.000192901, latency = 0.99, search = 0.995, uptime-api-gateway = 0.9999, uptime-web-gateway = 0.9999 }
    error_message = "The objectives must be those of docs/slos.md."
  }

  assert {
    condition     = alltrue([for slo in grafana_slo.objective : strcontains(slo.query[0].freeform[0].query, "[$__rate_interval]") && !strcontains(slo.query[0].freeform[0].query, "{{")])
    error_message = "Queries must have Grafana's window instead of Sloth's."
  }

  assert {
    condition     = grafana_slo.objective["failed-payments"].query[0].freeform[0].query == "clamp_min(1 - (sum by (service_namespace) (rate(payments_total{service_name=\"payment\",outcome=\"failed\"}[$__rate_interval]))), 0)"
    error_message = "The query must be the share of success, without Sloth's scale."
  }
}

run "refuses_a_slug_that_is_no_host_name" {
  command = plan

  variables {
    grafana_stack_slug = "Acme Faultline"
  }

  expect_failures = [var.grafana_stack_slug]
}
