mock_provider "grafana" {}

variables {
  slack_webhook_url = "https://hooks.slack.com/services/T0/B0/x"
  data_source_token = "secret"
  data_sources = {
    prometheus = { url = "https://prometheus.example", username = "1" }
    tempo      = { url = "https://tempo.example", username = "2" }
  }
}

run "dashboards" {
  command = plan

  assert {
    condition     = keys(grafana_dashboard.generated) == ["executive.json", "logs.json", "outside.json", "overview.json", "releases.json", "service.json", "stores.json"]
    error_message = "Each generated file must be a dashboard."
  }

  assert {
    condition     = alltrue([for dashboard in grafana_dashboard.generated : dashboard.folder == "faultline" && startswith(jsondecode(dashboard.config_json).uid, "faultline-")])
    error_message = "Each dashboard must be in the folder, with the uid that links lead to."
  }
}

run "data_sources" {
  command = plan

  assert {
    condition     = keys(grafana_data_source.provisioned) == ["prometheus", "tempo"]
    error_message = "Only the data sources that were asked for are made."
  }

  assert {
    condition     = jsondecode(grafana_data_source.provisioned["prometheus"].json_data_encoded).exemplarTraceIdDestinations[0].urlDisplayLabel == "Trace $${__value.raw}"
    error_message = "The dollar signs that the provisioning file doubles must be single."
  }

  assert {
    condition     = jsondecode(grafana_data_source.provisioned["tempo"].json_data_encoded).tracesToLogsV2.datasourceUid == "loki"
    error_message = "The links from traces to logs are those of the provisioning file."
  }

  assert {
    condition     = issensitive(var.data_source_token) && jsondecode(grafana_data_source.provisioned["tempo"].secure_json_data_encoded).basicAuthPassword == "secret"
    error_message = "The token must be the password, among the secure settings."
  }
}

run "rules" {
  assert {
    condition = sort(keys(grafana_rule_group.generated)) == sort([
      for group in concat(
        yamldecode(file("../../../helm/faultline/files/lgtm/rules/faultline.yaml")).groups,
        yamldecode(file("../../../helm/faultline/files/lgtm/loki-rules/faultline.yaml")).groups,
      ) : group.name if group.name != "faultline-watchdog"
    ])
    error_message = "Each generated group of rules, except for the watchdog, must be a group in Grafana."
  }

  assert {
    condition = alltrue([
      for group in grafana_rule_group.generated : group.interval_seconds >= 10 && group.interval_seconds % 10 == 0
    ])
    error_message = "Grafana accepts multiples of 10 s."
  }

  assert {
    condition     = length(distinct(flatten([for group in grafana_rule_group.generated : group.rule[*].name]))) == length(flatten([for group in grafana_rule_group.generated : group.rule[*].name]))
    error_message = "The names of rules must be unique in their folder."
  }

  assert {
    condition     = max([for name in flatten([for group in grafana_rule_group.generated : group.rule[*].name]) : length(name)]...) <= 190
    error_message = "The names of rules must have at most 190 characters."
  }

  assert {
    condition     = alltrue(flatten([for group in grafana_rule_group.generated : [for rule in group.rule : length(rule.record) == 1 || (rule.condition == "firing" && length(rule.data) == 3 && rule.no_data_state == "OK")]]))
    error_message = "Each alert must have a query, the two expressions that make it fire for each series, and be silent without data."
  }

  assert {
    condition     = alltrue(flatten([for group in grafana_rule_group.generated : [for rule in group.rule : length(rule.record) == 0 || length(rule.data) == 1]]))
    error_message = "A recorded metric has its query and nothing else."
  }

  assert {
    condition = alltrue(flatten([for group in grafana_rule_group.generated : [
      for rule in group.rule : length(rule.record) == 1 || !strcontains(lookup(rule.annotations, "description", ""), "$value |")
    ]])) && strcontains(grafana_rule_group.generated["faultline-logs"].rule[0].annotations.description, "{{ $values.query.Value | humanize }}")
    error_message = "A message must name the value of the query, as Grafana calls it."
  }

  assert {
    condition     = grafana_rule_group.generated["faultline-logs"].rule[0].data[0].datasource_uid == "loki" && grafana_rule_group.generated["faultline-page"].rule[0].data[0].datasource_uid == "prometheus"
    error_message = "Rules of logs must query Loki, those of metrics Prometheus."
  }

  assert {
    condition     = grafana_rule_group.generated["faultline-components"].rule[0].record[0].metric == "faultline:component_unhealthy"
    error_message = "The architecture of the service overview needs this metric, which replaces the recorded queries."
  }
}

run "notifications" {
  command = plan

  assert {
    condition     = keys(grafana_contact_point.slack) == ["pages", "tickets"]
    error_message = "Pages and tickets must each have a contact point."
  }

  assert {
    condition     = grafana_rule_group.generated["faultline-page"].rule[0].notification_settings[0].contact_point == "Faultline pages" && grafana_rule_group.generated["faultline-page"].rule[0].notification_settings[0].repeat_interval == "4h"
    error_message = "A page goes to the pages, and is repeated after 4 h."
  }

  assert {
    condition     = grafana_rule_group.generated["faultline-ticket"].rule[0].notification_settings[0].contact_point == "Faultline tickets" && grafana_rule_group.generated["faultline-ticket"].rule[0].notification_settings[0].repeat_interval == "24h"
    error_message = "A ticket goes to the tickets, and is repeated after a day."
  }

  assert {
    condition     = alltrue(flatten([for group in grafana_rule_group.generated : [for rule in group.rule : length(rule.record) + length(rule.notification_settings) == 1]]))
    error_message = "Every alert must name its contact point; otherwise it would go to whoever the policies of that Grafana name."
  }
}

run "another_channel_for_tickets" {
  command = plan

  variables {
    slack_ticket_webhook_url = "https://hooks.slack.com/services/T0/B1/y"
  }

  assert {
    condition     = nonsensitive(grafana_contact_point.slack["tickets"].slack[0].url == "https://hooks.slack.com/services/T0/B1/y" && grafana_contact_point.slack["pages"].slack[0].url == "https://hooks.slack.com/services/T0/B0/x")
    error_message = "Slack ties a webhook to one channel, so that tickets have their own."
  }
}

run "uids_of_an_existing_grafana" {
  command = plan

  variables {
    data_sources   = {}
    prometheus_uid = "mimir"
    loki_uid       = "logs"
  }

  assert {
    condition     = length(grafana_data_source.provisioned) == 0 && grafana_rule_group.generated["faultline-logs"].rule[0].data[0].datasource_uid == "logs" && grafana_rule_group.generated["faultline-components"].rule[0].record[0].target_datasource_uid == "mimir"
    error_message = "An existing Grafana keeps its data sources, and rules use them."
  }
}

run "another_data_source_to_write_to" {
  command = plan

  variables {
    recorded_metrics_uid = "writable"
  }

  assert {
    condition     = grafana_rule_group.generated["faultline-components"].rule[0].record[0].target_datasource_uid == "writable" && grafana_rule_group.generated["faultline-components"].rule[0].data[0].datasource_uid == "prometheus"
    error_message = "Rules may query one data source, and write to another."
  }
}

run "refuses_unknown_data_sources" {
  command = plan

  variables {
    data_sources = { graphite = { url = "https://graphite.example", username = "1" } }
  }

  expect_failures = [var.data_sources]
}

run "refuses_a_webhook_that_is_no_address" {
  command = plan

  variables {
    slack_webhook_url = "#alerts"
  }

  expect_failures = [var.slack_webhook_url]
}

run "refuses_one_uid_for_both" {
  command = plan

  variables {
    loki_uid = "prometheus"
  }

  expect_failures = [var.loki_uid]
}
