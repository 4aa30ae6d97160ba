# Synthetic monitoring. `grafana.stack` is configured with the installation's token, and `shop_url` is known when the
# shop is up. So nothing has to be installed or enabled by hand.

resource "grafana_synthetic_monitoring_installation" "checks" {
  provider = grafana.cloud

  stack_id              = grafana_cloud_stack.stack.id
  metrics_publisher_key = grafana_cloud_access_policy_rotating_token.token["checks"].token
}

data "grafana_synthetic_monitoring_probes" "public" {
  provider   = grafana.stack
  depends_on = [grafana_synthetic_monitoring_installation.checks]
}

resource "grafana_synthetic_monitoring_check" "gateway" {
  # A page of web-gateway, and a route that api-gateway answers.
  for_each = { web-gateway = "/", api-gateway = "/api/products" }
  provider = grafana.stack

  job       = each.key
  target    = "${var.shop_url}${each.value}"
  enabled   = true
  frequency = 120000
  timeout   = 5000
  # Two of the public locations are enough to tell the shop's fault from a location's.
  probes = slice(values(data.grafana_synthetic_monitoring_probes.public.probes), 0, 2)

  settings {
    http {
      valid_status_codes = [200]
    }
  }
}
