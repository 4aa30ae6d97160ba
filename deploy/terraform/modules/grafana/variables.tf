variable "data_sources" {
  description = "Data sources to make, by their uid in deploy/grafana/provisioning; none if the Grafana has its own."
  type        = map(object({ url = string, username = string }))
  default     = {}

  validation {
    condition     = length(setsubtract(keys(var.data_sources), ["prometheus", "loki", "tempo", "pyroscope"])) == 0
    error_message = "data_sources may have the keys prometheus, loki, tempo and pyroscope."
  }
}

variable "data_source_token" {
  description = "The password of all data_sources."
  type        = string
  default     = ""
  sensitive   = true
}

variable "prometheus_uid" {
  description = "The uid of the data source that rules of metrics query."
  type        = string
  default     = "prometheus"
}

variable "recorded_metrics_uid" {
  description = "The uid of the data source that recorded metrics are written to, if it is another."
  type        = string
  default     = null
}

variable "loki_uid" {
  description = "The uid of the data source that rules of logs query."
  type        = string
  default     = "loki"

  validation {
    condition     = var.loki_uid != var.prometheus_uid
    error_message = "loki_uid must differ from prometheus_uid."
  }
}

variable "slack_webhook_url" {
  description = "The incoming webhook of a Slack channel, for alerts."
  type        = string
  sensitive   = true

  validation {
    condition     = startswith(var.slack_webhook_url, "https://")
    error_message = "slack_webhook_url must begin with https://."
  }
}

variable "slack_ticket_webhook_url" {
  description = "The incoming webhook of another channel for tickets; null sends them to the channel of the pages."
  type        = string
  sensitive   = true
  default     = null
}
