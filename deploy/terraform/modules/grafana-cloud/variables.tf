variable "grafana_stack_slug" {
  description = "The name of the stack: it is at https://SLUG.grafana.net, so nobody else may have it."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9]{2,28}$", var.grafana_stack_slug))
    error_message = "grafana_stack_slug must have 3 to 29 lower-case letters and digits, and begin with a letter."
  }
}

variable "grafana_region" {
  description = "The region of the stack, such as eu or us."
  type        = string
}

variable "shop_url" {
  description = "The address of the shop, without a slash at the end; the checks are made when it is known."
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
