terraform {
  required_version = ">= 1.9"
  required_providers {
    grafana = {
      source  = "grafana/grafana"
      version = "4.47.0"
      # `cloud` makes the stack and its tokens; `stack` is configured with them, and makes what is in the stack.
      configuration_aliases = [grafana.cloud, grafana.stack]
    }
  }
}
