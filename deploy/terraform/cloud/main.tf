# The whole demonstration: a cluster, a Grafana Cloud stack, collection of telemetry, and the shop.

module "gke" {
  source = "../modules/gke"

  name                = "faultline"
  google_region       = var.google_region
  authorized_networks = var.authorized_networks
}

module "grafana_cloud" {
  source    = "../modules/grafana-cloud"
  providers = { grafana.cloud = grafana.cloud, grafana.stack = grafana.stack }

  grafana_stack_slug       = var.grafana_stack_slug
  grafana_region           = var.grafana_region
  slack_webhook_url        = var.slack_webhook_url
  slack_ticket_webhook_url = var.slack_ticket_webhook_url
  shop_url                 = module.shop.url
}

module "observability" {
  source = "../modules/observability"

  cluster_name = module.gke.name
  destinations = module.grafana_cloud.destinations
  token        = module.grafana_cloud.write_token
}

module "shop" {
  source = "../modules/shop"

  image_repository = var.image_repository
  otlp_endpoint    = module.observability.otlp_endpoint
  pod_monitor      = true
  public           = true
}
