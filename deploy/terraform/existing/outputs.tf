output "shop_command" {
  description = "Makes the shop available at http://127.0.0.1:8080."
  value       = "kubectl --context ${var.kube_context} --namespace faultline port-forward service/faultline-web-gateway 8080:8080"
}

output "grafana_url" {
  value = var.grafana_url
}
