output "shop_url" {
  description = "The shop."
  value       = module.shop.url
}

output "grafana_url" {
  description = "The dashboards, alerts and checks."
  value       = module.grafana_cloud.url
}

output "cluster_command" {
  description = "Points kubectl and helm at the cluster."
  value       = "gcloud container clusters get-credentials ${module.gke.name} --region ${var.google_region} --project ${var.google_project}"
}
