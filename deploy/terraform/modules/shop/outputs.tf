output "url" {
  description = "The address of the shop, known when it is up; null if it is not public."
  value       = one([for web in data.kubernetes_service_v1.web : "http://${web.status[0].load_balancer[0].ingress[0].ip}:8080"])
}
