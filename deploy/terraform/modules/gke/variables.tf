variable "name" {
  description = "The name of the cluster, and the prefix of what belongs to it."
  type        = string

  validation {
    # A service account's id has 30 characters at most; ours ends with -nodes.
    condition     = can(regex("^[a-z][a-z0-9-]{1,22}[a-z0-9]$", var.name))
    error_message = "name must have 3 to 24 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "google_region" {
  description = "The Google Cloud region of the cluster, such as europe-west1."
  type        = string

  validation {
    condition     = can(regex("^[a-z]+-[a-z]+[0-9]+$", var.google_region))
    error_message = "google_region must be a Google Cloud region such as europe-west1, not a zone."
  }
}

variable "authorized_networks" {
  description = "The networks that reach the API server, such as 203.0.113.0/24; if empty, the whole Internet does."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for network in var.authorized_networks : can(cidrhost(network, 0))])
    error_message = "authorized_networks must be networks such as 203.0.113.0/24; one address is 203.0.113.7/32."
  }
}
