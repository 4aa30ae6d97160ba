# Rules and contact points. Each alert names its contact point, so that the notification policies of a Grafana that
# others use as well stay as they are.

locals {
  # Who is told about an alert of which priority, and how often, as in Alertmanager.
  route = yamldecode(file("${local.deploy}/alertmanager/alertmanager.yaml")).route
  routes = merge(
    { ticket = { receiver = local.route.receiver, repeat_interval = local.route.repeat_interval } },
    {
      for route in local.route.routes : trimprefix(route.matchers[0], "priority = ") => {
        receiver = route.receiver, repeat_interval = route.repeat_interval
      } if startswith(route.matchers[0], "priority = ")
    },
  )

  groups = flatten([
    for uid, path in {
      (var.prometheus_uid) = "${local.files}/rules/faultline.yaml"
      (var.loki_uid)       = "${local.files}/loki-rules/faultline.yaml"
    } : [for group in yamldecode(file(path)).groups : merge(group, { data_source = uid })]
  ])

  # A rule of Prometheus fires for each series of its query, whatever the value.
  firing = {
    number = { type = "math", expression = "is_number($query) || is_nan($query) || is_inf($query)" }
    firing = { type = "threshold", expression = "number", conditions = [{ evaluator = { type = "gt", params = [0] } }] }
  }

  # Grafana evaluates every 10 s at most, and at multiples of that.
  interval = { for group in local.groups : group.name => 10 * ceil(tonumber(trimsuffix(group.interval, "s")) / 10) }
}

resource "grafana_contact_point" "slack" {
  for_each = toset([for route in values(local.routes) : route.receiver])

  name = "Faultline ${each.value}"

  slack {
    url = each.value == local.routes.ticket.receiver ? coalesce(var.slack_ticket_webhook_url, var.slack_webhook_url) : var.slack_webhook_url
  }
}

resource "grafana_rule_group" "generated" {
  # Not the watchdog, which nobody is told about: it proves that an Alertmanager of one's own is alive.
  for_each = { for group in local.groups : group.name => group if try(group.rules[0].labels.priority, "") != "none" }

  name             = each.key
  folder_uid       = grafana_folder.faultline.uid
  interval_seconds = local.interval[each.key]

  dynamic "rule" {
    for_each = each.value.rules

    content {
      # Unique within the folder: the name, and what the rule is about.
      name = join(" ", concat(
        [try(rule.value.alert, rule.value.record)],
        try([rule.value.labels.subject], values(rule.value.labels)),
      ))
      for       = try(rule.value.for, null)
      condition = can(rule.value.record) ? null : "firing"
      labels    = rule.value.labels
      # In Grafana, $value is a text about all queries and expressions.
      annotations    = try({ for name, text in rule.value.annotations : name => replace(text, "$value", "$values.query.Value") }, null)
      no_data_state  = can(rule.value.record) ? null : "OK"
      exec_err_state = can(rule.value.record) ? null : "KeepLast"

      data {
        ref_id         = "query"
        datasource_uid = each.value.data_source
        relative_time_range {
          from = 600
          to   = 0
        }
        # `queryType` is Loki's word for what Prometheus calls `instant`.
        model = jsonencode({ refId = "query", expr = rule.value.expr, instant = true, range = false, queryType = "instant" })
      }

      dynamic "data" {
        for_each = { for ref, expression in local.firing : ref => expression if !can(rule.value.record) }

        content {
          ref_id         = data.key
          datasource_uid = "__expr__"
          relative_time_range {
            from = 0
            to   = 0
          }
          model = jsonencode(merge(data.value, { refId = data.key, datasource = { type = "__expr__", uid = "__expr__" } }))
        }
      }

      dynamic "record" {
        for_each = try([rule.value.record], [])

        content {
          metric                = record.value
          from                  = "query"
          target_datasource_uid = coalesce(var.recorded_metrics_uid, var.prometheus_uid)
        }
      }

      dynamic "notification_settings" {
        for_each = try([local.routes[rule.value.labels.priority]], [])

        content {
          contact_point   = grafana_contact_point.slack[notification_settings.value.receiver].name
          repeat_interval = notification_settings.value.repeat_interval
        }
      }
    }
  }

  depends_on = [grafana_data_source.provisioned]
}
