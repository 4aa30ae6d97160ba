# Grafana's own view of the objectives, from Sloth's specification. It has no alerts: those of the rules are the same.

locals {
  objectives = {
    for slo in yamldecode(file("${path.module}/../../../slo/sloth.yaml")).slos : slo.name => {
      # The query is `errors / budget * 0.01`.
      parts       = regex("^(?P<errors>.*) / (?P<budget>[0-9.e-]+) \\* 0\\.01$", slo.sli.raw.error_ratio_query)
      description = slo.description
    }
  }
}

resource "grafana_slo" "objective" {
  for_each = local.objectives
  provider = grafana.stack

  name        = "Faultline: ${each.key}"
  description = each.value.description

  query {
    type = "freeform"
    freeform {
      query = "clamp_min(1 - ${replace(each.value.parts.errors, "{{.window}}", "$__rate_interval")}, 0)"
    }
  }

  objectives {
    value  = 1 - tonumber(each.value.parts.budget)
    window = "30d"
  }

  destination_datasource {
    uid = local.stack_metrics_uid
  }
}
