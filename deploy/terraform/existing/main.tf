# The shop in a cluster that is there, and its dashboards and alerts in a Grafana that is there.

provider "kubernetes" {
  config_path    = pathexpand("~/.kube/config")
  config_context = var.kube_context
}

provider "helm" {
  kubernetes = {
    config_path    = pathexpand("~/.kube/config")
    config_context = var.kube_context
  }
}

provider "grafana" {
  url  = var.grafana_url
  auth = var.grafana_auth
}

module "grafana" {
  source = "../modules/grafana"

  slack_webhook_url        = var.slack_webhook_url
  slack_ticket_webhook_url = var.slack_ticket_webhook_url
  prometheus_uid           = var.prometheus_uid
  loki_uid                 = var.loki_uid
}

module "shop" {
  source = "../modules/shop"

  image_repository = var.image_repository
  otlp_endpoint    = var.otlp_endpoint
  pod_monitor      = var.pod_monitor
  public           = false
}
