output "otlp_endpoint" {
  description = "Where programs in the cluster send OTLP over HTTP; known when something listens there."
  value       = "http://${local.release}-alloy-receiver.${local.namespace}.svc:4318"
  depends_on  = [helm_release.k8s_monitoring]
}
