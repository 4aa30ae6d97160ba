mock_provider "helm" {}

variables {
  cluster_name = "faultline"
  token        = "secret"
  destinations = {
    prometheus = { url = "https://prometheus.example/api/prom/push", username = "1" }
    otlp       = { url = "https://otlp.example/otlp", username = "2" }
  }
}

run "chart" {
  command = plan

  assert {
    condition     = can(regex("^[0-9]+[.][0-9]+[.][0-9]+$", helm_release.k8s_monitoring.version))
    error_message = "The version of the chart must be pinned."
  }

  assert {
    condition     = yamldecode(helm_release.k8s_monitoring.values[0]).destinations[*].url == ["https://prometheus.example/api/prom/push", "https://otlp.example/otlp"]
    error_message = "Metrics and OTLP must go to their destinations."
  }

  assert {
    condition     = !strcontains(helm_release.k8s_monitoring.values[0], nonsensitive(var.token))
    error_message = "The token must not be among the values, which plans show."
  }

  assert {
    condition     = [for set in helm_release.k8s_monitoring.set_sensitive : set.name] == ["destinations[0].auth.password", "destinations[1].auth.password"]
    error_message = "Each destination must have its password."
  }

  assert {
    condition     = yamldecode(helm_release.k8s_monitoring.values[0]).prometheusOperatorObjects.crds.deploy
    error_message = "The shop's PodMonitor needs its kind."
  }
}

run "endpoint" {
  assert {
    condition     = output.otlp_endpoint == "http://k8s-monitoring-alloy-receiver.monitoring.svc:4318"
    error_message = "The services must find Alloy's receiver."
  }
}
