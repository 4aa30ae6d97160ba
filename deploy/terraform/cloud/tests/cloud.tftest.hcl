mock_provider "google" {
  mock_resource "google_container_cluster" {
    defaults = { endpoint = "203.0.113.7", master_auth = { cluster_ca_certificate = "Y2E=" } }
  }
}

mock_provider "helm" {}

mock_provider "kubernetes" {
  mock_data "kubernetes_service_v1" {
    defaults = { status = [{ load_balancer = [{ ingress = [{ ip = "203.0.113.9", hostname = "" }] }] }] }
  }
}

mock_provider "grafana" {
  alias = "cloud"

  mock_resource "grafana_cloud_stack" {
    defaults = { id = "77", url = "https://acmefaultline.grafana.net", prometheus_user_id = 1, logs_user_id = 2, traces_user_id = 3, profiles_user_id = 4 }
  }
}

mock_provider "grafana" {
  alias = "stack"

  mock_data "grafana_synthetic_monitoring_probes" {
    defaults = { probes = { Frankfurt = 3, London = 5 } }
  }
}

variables {
  google_project      = "acme-demo-1234"
  grafana_cloud_token = "glc_secret"
  grafana_stack_slug  = "acmefaultline"
  image_repository    = "ghcr.io/acme/faultline"
  slack_webhook_url   = "https://hooks.slack.com/services/T0/B0/x"
}

# One apply makes all of it, checks included.
run "everything" {
  assert {
    condition     = output.shop_url == "http://203.0.113.9:8080" && output.grafana_url == "https://acmefaultline.grafana.net"
    error_message = "The outputs must say where the shop and Grafana are."
  }

  assert {
    condition     = output.cluster_command == "gcloud container clusters get-credentials faultline --region europe-west1 --project acme-demo-1234"
    error_message = "The command must lead to the cluster."
  }
}

run "refuses_the_name_of_a_project" {
  command = plan

  variables {
    google_project = "Acme Demo"
  }

  expect_failures = [var.google_project]
}

run "refuses_a_token_of_another_kind" {
  command = plan

  variables {
    grafana_cloud_token = "glsa_secret"
  }

  expect_failures = [var.grafana_cloud_token]
}
