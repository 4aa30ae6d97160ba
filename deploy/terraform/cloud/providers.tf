provider "google" {
  project = var.google_project
  region  = var.google_region
}

# Credentials of who runs Terraform, for the cluster.
data "google_client_config" "current" {}

provider "kubernetes" {
  host                   = module.gke.host
  token                  = data.google_client_config.current.access_token
  cluster_ca_certificate = module.gke.ca_certificate
}

provider "helm" {
  kubernetes = {
    host                   = module.gke.host
    token                  = data.google_client_config.current.access_token
    cluster_ca_certificate = module.gke.ca_certificate
  }
}

provider "grafana" {
  alias                     = "cloud"
  cloud_access_policy_token = var.grafana_cloud_token
}

provider "grafana" {
  alias           = "stack"
  url             = module.grafana_cloud.url
  auth            = module.grafana_cloud.stack_token
  sm_url          = module.grafana_cloud.checks.url
  sm_access_token = module.grafana_cloud.checks.token
}
