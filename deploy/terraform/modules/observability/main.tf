# Grafana Alloy in the cluster: it scrapes the PodMonitors, receives OTLP, and sends both to Grafana Cloud.

locals {
  release   = "k8s-monitoring"
  namespace = "monitoring"
}

resource "helm_release" "k8s_monitoring" {
  name             = local.release
  repository       = "https://grafana.github.io/helm-charts"
  chart            = "k8s-monitoring"
  version          = "3.7.1"
  namespace        = local.namespace
  create_namespace = true
  # Autopilot first has to make nodes.
  timeout = 900

  values = [yamlencode({
    cluster = { name = var.cluster_name }
    destinations = [
      {
        name = "metrics"
        type = "prometheus"
        url  = var.destinations.prometheus.url
        auth = { type = "basic", username = var.destinations.prometheus.username }
      },
      {
        name     = "otlp"
        type     = "otlp"
        protocol = "http"
        url      = var.destinations.otlp.url
        metrics  = { enabled = false }
        logs     = { enabled = true }
        traces   = { enabled = true }
        auth     = { type = "basic", username = var.destinations.otlp.username }
      },
    ]
    # On Autopilot, nobody may look at the nodes.
    clusterMetrics            = { enabled = true, "node-exporter" = { enabled = false, deploy = false } }
    clusterEvents             = { enabled = true }
    prometheusOperatorObjects = { enabled = true, crds = { deploy = true } }
    applicationObservability  = { enabled = true, receivers = { otlp = { http = { enabled = true } } } }
    # Not podLogs: the services send their logs by OTLP, and each line would arrive twice.
    "alloy-metrics"   = { enabled = true }
    "alloy-singleton" = { enabled = true }
    "alloy-receiver"  = { enabled = true }
  })]

  set_sensitive = [for index in [0, 1] : {
    name  = "destinations[${index}].auth.password"
    value = var.token
  }]
}
