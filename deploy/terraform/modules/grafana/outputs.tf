output "prometheus_uid" {
  description = "The uid of the data source of metrics, known when it exists."
  value       = var.prometheus_uid
  depends_on  = [grafana_data_source.provisioned]
}
