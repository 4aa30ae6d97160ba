mock_provider "helm" {}

mock_provider "kubernetes" {
  mock_data "kubernetes_service_v1" {
    defaults = { status = [{ load_balancer = [{ ingress = [{ ip = "203.0.113.9", hostname = "" }] }] }] }
  }
}

variables {
  image_repository = "ghcr.io/acme/faultline"
  otlp_endpoint    = "http://alloy.monitoring.svc:4318"
  public           = true
  pod_monitor      = true
}

run "public" {
  assert {
    condition     = output.url == "http://203.0.113.9:8080"
    error_message = "The address must be that of the load balancer."
  }

  assert {
    condition     = yamldecode(helm_release.shop.values[0]).web.type == "LoadBalancer"
    error_message = "A public shop needs a load balancer."
  }

  assert {
    condition     = !yamldecode(helm_release.shop.values[0]).storeDefaults.persistence && !yamldecode(helm_release.shop.values[0]).console.persistence
    error_message = "Disks would be left after terraform destroy."
  }

  assert {
    condition     = helm_release.shop.namespace == kubernetes_namespace_v1.shop.metadata[0].name
    error_message = "The namespace must be Terraform's, so that what the chart keeps is removed with it."
  }

  assert {
    condition     = helm_release.shop.reuse_values == true && helm_release.shop.reset_values != true
    error_message = "terraform apply must keep the images that npm run deploy has set."
  }
}

run "private" {
  variables {
    public = false
  }

  assert {
    condition     = output.url == null && yamldecode(helm_release.shop.values[0]).web.type == "ClusterIP"
    error_message = "A shop that is not public has no address."
  }
}

run "refuses_a_tag" {
  command = plan

  variables {
    image_repository = "ghcr.io/acme/faultline:1.2"
  }

  expect_failures = [var.image_repository]
}

run "refuses_an_endpoint_without_a_scheme" {
  command = plan

  variables {
    otlp_endpoint = "alloy.monitoring.svc:4318"
  }

  expect_failures = [var.otlp_endpoint]
}
