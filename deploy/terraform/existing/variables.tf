variable "kube_context" {
  description = "The context in ~/.kube/config."
  type        = string
}

variable "grafana_url" {
  description = "The address of the Grafana."
  type        = string

  validation {
    condition     = can(regex("^https?://", var.grafana_url))
    error_message = "grafana_url must begin with http:// or https://."
  }
}

variable "grafana_auth" {
  description = "A token of a service account of that Grafana with the role Admin."
  type        = string
  sensitive   = true
}

variable "image_repository" {
  description = "Where `npm run images -- --registry … --push` has put the images; the cluster must be able to pull from it."
  type        = string
}

variable "otlp_endpoint" {
  description = "Where the cluster's collector takes OTLP over HTTP, such as http://alloy.monitoring.svc:4318."
  type        = string
}

variable "slack_webhook_url" {
  description = "The incoming webhook of a Slack channel, for alerts."
  type        = string
  sensitive   = true
}

variable "slack_ticket_webhook_url" {
  description = "The incoming webhook of another channel for tickets; null sends them to the channel of the pages."
  type        = string
  sensitive   = true
  default     = null
}

variable "prometheus_uid" {
  description = "The uid of Grafana's data source of metrics."
  type        = string
  default     = "prometheus"
}

variable "loki_uid" {
  description = "The uid of Grafana's data source of logs."
  type        = string
  default     = "loki"
}

variable "pod_monitor" {
  description = "Whether the cluster has the Prometheus operator's PodMonitor. Without it, pods have the usual annotations."
  type        = bool
  default     = true
}
