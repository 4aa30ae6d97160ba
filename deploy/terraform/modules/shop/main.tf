# The shop, its console and some load, with the chart of this repository.

locals {
  values = yamlencode({
    image = { repository = var.image_repository }
    web   = { type = var.public ? "LoadBalancer" : "ClusterIP" }
    # Disks would outlive a cluster that is destroyed.
    storeDefaults = { persistence = false }
    console       = { enabled = true, persistence = false }
    load          = { schedule = "*/30 * * * *" }
    telemetry = {
      otlpEndpoint = var.otlp_endpoint
      podMonitor   = { enabled = var.pod_monitor, interval = "15s" }
    }
  })
}

# Terraform's own, so that `destroy` also removes the Secrets and volumes that the chart keeps.
resource "kubernetes_namespace_v1" "shop" {
  metadata {
    name = "faultline"
  }
}

resource "helm_release" "shop" {
  name      = "faultline"
  chart     = "${path.module}/../../../helm/faultline"
  namespace = kubernetes_namespace_v1.shop.metadata[0].name
  timeout   = 900

  values = [local.values]
  # `npm run deploy` sets tags, digests and commits, which stay.
  reuse_values = true
}

data "kubernetes_service_v1" "web" {
  count = var.public ? 1 : 0

  metadata {
    name      = "faultline-web-gateway"
    namespace = helm_release.shop.namespace
  }

  depends_on = [helm_release.shop]
}
