export interface MessageLinks {
  consoleUrl: string;
  grafanaUrl: string;
  /** Where the repository's files can be read. */
  docsUrl: string;
}

/** The templates of messages: what, since when, how bad, and where to look. Times are in UTC. */
export const messageTemplates = ({
  consoleUrl,
  grafanaUrl,
  docsUrl,
}: MessageLinks): string => `{{/* Generated from dashboards/src/alertmanager by npm run generate. */}}
{{ define "faultline.color" }}{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.priority "page" }}danger{{ else }}warning{{ end }}{{ end }}

{{ define "faultline.title" }}{{ if eq .Status "resolved" }}Resolved{{ else }}{{ .CommonLabels.priority | title }}{{ end }}: {{ .GroupLabels.component }} ({{ len .Alerts }} {{ if eq (len .Alerts) 1 }}alert{{ else }}alerts{{ end }}){{ end }}

{{ define "faultline.console" }}${consoleUrl}/components/{{ .GroupLabels.component }}{{ end }}

{{ define "faultline.text" }}{{ range .Alerts }}*{{ .Annotations.summary }}*
{{ .Annotations.description }}
{{ if eq .Status "resolved" }}From {{ .StartsAt.UTC.Format "15:04:05" }} to {{ .EndsAt.UTC.Format "15:04:05" }} UTC{{ else }}Since {{ .StartsAt.UTC.Format "2 Jan 15:04:05" }} UTC{{ end }}
<${consoleUrl}/components/{{ .Labels.component }}|Console> · <${grafanaUrl}/alerting/list|Grafana> · <${docsUrl}/{{ .Annotations.runbook }}|Runbook>
{{ end }}{{ end }}
`;
