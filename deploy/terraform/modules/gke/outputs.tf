output "name" {
  value = google_container_cluster.cluster.name
}

output "host" {
  description = "The URL of the API server."
  value       = "https://${google_container_cluster.cluster.endpoint}"
}

output "ca_certificate" {
  description = "The certificate of the API server, in PEM."
  value       = base64decode(google_container_cluster.cluster.master_auth[0].cluster_ca_certificate)
  sensitive   = true
}
