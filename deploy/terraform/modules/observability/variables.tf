variable "cluster_name" {
  description = "The name of the cluster in telemetry."
  type        = string
}

variable "destinations" {
  description = "Where metrics (Prometheus remote write) and where logs and traces (OTLP over HTTP) are sent."
  type = object({
    prometheus = object({ url = string, username = string })
    otlp       = object({ url = string, username = string })
  })
}

variable "token" {
  description = "The password of both destinations."
  type        = string
  sensitive   = true
}
