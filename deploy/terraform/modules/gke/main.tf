# An Autopilot cluster with private nodes, in a network of its own.

resource "google_project_service" "apis" {
  for_each = toset(["compute.googleapis.com", "container.googleapis.com", "iam.googleapis.com"])

  service = each.value
  # Others in the project may use it too.
  disable_on_destroy = false
}

resource "google_compute_network" "cluster" {
  name                    = var.name
  auto_create_subnetworks = false

  depends_on = [google_project_service.apis]
}

resource "google_compute_subnetwork" "cluster" {
  name                     = var.name
  network                  = google_compute_network.cluster.id
  region                   = var.google_region
  ip_cidr_range            = "10.0.0.0/20"
  private_ip_google_access = true

  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.4.0.0/14"
  }

  secondary_ip_range {
    range_name    = "services"
    ip_cidr_range = "10.8.0.0/20"
  }
}

# Private nodes reach image registries and Grafana Cloud through this.
resource "google_compute_router" "egress" {
  name    = var.name
  network = google_compute_network.cluster.id
  region  = var.google_region
}

resource "google_compute_router_nat" "egress" {
  name                               = var.name
  router                             = google_compute_router.egress.name
  region                             = var.google_region
  nat_ip_allocate_option             = "AUTO_ONLY"
  source_subnetwork_ip_ranges_to_nat = "ALL_SUBNETWORKS_ALL_IP_RANGES"
}

# The project's default account may do much more than a node needs.
resource "google_service_account" "nodes" {
  account_id   = "${var.name}-nodes"
  display_name = "Nodes of the cluster ${var.name}"

  depends_on = [google_project_service.apis]
}

resource "google_project_iam_member" "nodes" {
  for_each = toset(["roles/container.defaultNodeServiceAccount", "roles/artifactregistry.reader"])

  project = google_service_account.nodes.project
  role    = each.value
  member  = google_service_account.nodes.member
}

resource "google_container_cluster" "cluster" {
  name                = var.name
  location            = var.google_region
  enable_autopilot    = true
  deletion_protection = false
  network             = google_compute_network.cluster.id
  subnetwork          = google_compute_subnetwork.cluster.id

  # The API server keeps a public address, because `terraform apply` installs the charts through it.
  private_cluster_config {
    enable_private_nodes    = true
    enable_private_endpoint = false
  }

  dynamic "master_authorized_networks_config" {
    for_each = length(var.authorized_networks) > 0 ? [var.authorized_networks] : []
    content {
      gcp_public_cidrs_access_enabled = false

      dynamic "cidr_blocks" {
        for_each = toset(master_authorized_networks_config.value)
        content {
          cidr_block = cidr_blocks.value
        }
      }
    }
  }

  ip_allocation_policy {
    cluster_secondary_range_name  = "pods"
    services_secondary_range_name = "services"
  }

  workload_identity_config {
    workload_pool = "${google_service_account.nodes.project}.svc.id.goog"
  }

  cluster_autoscaling {
    auto_provisioning_defaults {
      service_account = google_service_account.nodes.email
      oauth_scopes    = ["https://www.googleapis.com/auth/cloud-platform"]
    }
  }

  master_auth {
    client_certificate_config {
      issue_client_certificate = false
    }
  }

  release_channel {
    channel = "REGULAR"
  }

  # Without them, no node can pull an image; and they must outlive the cluster on the way down.
  depends_on = [google_compute_router_nat.egress, google_project_iam_member.nodes]
}
