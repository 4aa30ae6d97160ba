mock_provider "google" {
  mock_resource "google_service_account" {
    defaults = { project = "acme-demo-1234", email = "nodes@acme-demo-1234.iam.gserviceaccount.com" }
  }
  mock_resource "google_container_cluster" {
    defaults = { endpoint = "203.0.113.7", master_auth = { cluster_ca_certificate = "Y2E=" } }
  }
}

variables {
  name          = "faultline"
  google_region = "europe-west1"
}

run "cluster" {
  assert {
    condition     = google_container_cluster.cluster.deletion_protection == false
    error_message = "terraform destroy must be able to delete the cluster."
  }

  assert {
    condition     = google_container_cluster.cluster.enable_autopilot && google_container_cluster.cluster.private_cluster_config[0].enable_private_nodes
    error_message = "The cluster must be an Autopilot cluster with private nodes."
  }

  assert {
    condition     = google_container_cluster.cluster.workload_identity_config[0].workload_pool == "acme-demo-1234.svc.id.goog"
    error_message = "Pods must get their identities from the project's pool."
  }

  assert {
    condition     = google_container_cluster.cluster.cluster_autoscaling[0].auto_provisioning_defaults[0].service_account == google_service_account.nodes.email
    error_message = "Nodes must not run as the project's default account."
  }

  assert {
    condition     = google_compute_router_nat.egress.source_subnetwork_ip_ranges_to_nat == "ALL_SUBNETWORKS_ALL_IP_RANGES"
    error_message = "Private nodes must reach registries."
  }

  assert {
    condition     = alltrue([for api in google_project_service.apis : !api.disable_on_destroy])
    error_message = "Others in the project may use the same APIs."
  }

  assert {
    condition     = output.host == "https://203.0.113.7" && issensitive(output.ca_certificate) && nonsensitive(output.ca_certificate) == "ca"
    error_message = "The outputs must be what the providers kubernetes and helm take."
  }
}

run "open" {
  assert {
    condition     = length(google_container_cluster.cluster.master_authorized_networks_config) == 0
    error_message = "Without networks, the API server is open."
  }
}

run "closed" {
  variables {
    authorized_networks = ["203.0.113.0/24", "198.51.100.7/32"]
  }

  assert {
    condition     = [for network in google_container_cluster.cluster.master_authorized_networks_config[0].cidr_blocks : network.cidr_block] == ["198.51.100.7/32", "203.0.113.0/24"]
    error_message = "Only the networks that are given may reach the API server."
  }

  assert {
    condition     = google_container_cluster.cluster.master_authorized_networks_config[0].gcp_public_cidrs_access_enabled == false
    error_message = "Machines of others in Google Cloud may not reach the API server."
  }
}

run "refuses_an_address_without_a_mask" {
  command = plan

  variables {
    authorized_networks = ["203.0.113.7"]
  }

  expect_failures = [var.authorized_networks]
}

run "refuses_a_long_name" {
  command = plan

  variables {
    name = "the-service-account-would-be-too-long"
  }

  expect_failures = [var.name]
}

run "refuses_a_zone" {
  command = plan

  variables {
    google_region = "europe-west1-b"
  }

  expect_failures = [var.google_region]
}
