variable "google_project" {
  description = "The id of a Google Cloud project with billing."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", var.google_project))
    error_message = "google_project must be the id of a project such as acme-demo-1234, not its name or number."
  }
}

variable "google_region" {
  description = "The Google Cloud region of the cluster."
  type        = string
  default     = "europe-west1"
}

variable "grafana_cloud_token" {
  description = "A token of a Grafana Cloud access policy with the scopes that docs/terraform.md lists."
  type        = string
  sensitive   = true

  validation {
    condition     = startswith(var.grafana_cloud_token, "glc_")
    error_message = "grafana_cloud_token must be a token of an access policy of Grafana Cloud, which begins with glc_."
  }
}

variable "grafana_stack_slug" {
  description = "The name of the stack to make: it will be at https://SLUG.grafana.net."
  type        = string
}

variable "grafana_region" {
  description = "The region of the stack."
  type        = string
  default     = "eu"
}

variable "image_repository" {
  description = "Where `npm run images -- --registry … --push` has put the images; the cluster must be able to pull from it."
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

variable "authorized_networks" {
  description = "The networks that reach the API server, such as 203.0.113.0/24; if empty, the whole Internet does."
  type        = list(string)
  default     = []
}
