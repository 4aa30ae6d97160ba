mock_provider "grafana" {}
mock_provider "helm" {}
mock_provider "kubernetes" {}

variables {
  kube_context      = "main"
  grafana_url       = "https://grafana.acme.example"
  grafana_auth      = "glsa_secret"
  image_repository  = "ghcr.io/acme/faultline"
  otlp_endpoint     = "http://alloy.monitoring.svc:4318"
  slack_webhook_url = "https://hooks.slack.com/services/T0/B0/x"
}

run "everything" {
  assert {
    condition     = output.shop_command == "kubectl --context main --namespace faultline port-forward service/faultline-web-gateway 8080:8080"
    error_message = "The command must lead to the shop."
  }
}

run "refuses_an_address_without_a_scheme" {
  command = plan

  variables {
    grafana_url = "grafana.acme.example"
  }

  expect_failures = [var.grafana_url]
}
