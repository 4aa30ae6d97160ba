# Folder, data sources and dashboards, from the files that `npm run generate` writes.

locals {
  deploy = "${path.module}/../../.."
  files  = "${local.deploy}/helm/faultline/files/lgtm"

  # In the provisioning file, `$$` stands for `$`.
  provisioned = yamldecode(replace(
    file("${local.deploy}/grafana/provisioning/datasources/faultline.yaml"), "$$", "$"
  )).datasources
}

resource "grafana_folder" "faultline" {
  title = "Faultline"
  uid   = "faultline"
}

resource "grafana_data_source" "provisioned" {
  for_each = { for source in local.provisioned : source.uid => source if contains(keys(var.data_sources), source.uid) }

  uid                 = each.key
  name                = each.value.name
  type                = each.value.type
  url                 = var.data_sources[each.key].url
  basic_auth_enabled  = true
  basic_auth_username = var.data_sources[each.key].username

  json_data_encoded        = jsonencode(try(each.value.jsonData, {}))
  secure_json_data_encoded = jsonencode({ basicAuthPassword = var.data_source_token })
}

resource "grafana_dashboard" "generated" {
  for_each = fileset("${local.files}/dashboards", "*.json")

  folder      = grafana_folder.faultline.uid
  config_json = file("${local.files}/dashboards/${each.value}")
}
