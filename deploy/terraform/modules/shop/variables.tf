variable "image_repository" {
  description = "The prefix of the images' names, such as ghcr.io/acme/faultline."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9._-]+)+$", var.image_repository))
    error_message = "image_repository must be a registry and a path such as ghcr.io/acme/faultline, without https:// and without a tag."
  }
}

variable "otlp_endpoint" {
  description = "Where the services send traces and logs (OTLP over HTTP); the console receives them if empty."
  type        = string
  default     = ""

  validation {
    condition     = var.otlp_endpoint == "" || can(regex("^https?://", var.otlp_endpoint))
    error_message = "otlp_endpoint must begin with http:// or https://, or be empty."
  }
}

variable "public" {
  description = "Whether the shop has a public address."
  type        = bool
}

variable "pod_monitor" {
  description = "Whether metrics are scraped by a PodMonitor; the cluster must know that kind."
  type        = bool
}
