import { identityLabels, serviceNames, storeNames } from '@faultline/topology';
import { boards } from '../boards/names';

export interface MessageLinks {
  consoleUrl: string;
  grafanaUrl: string;
  /** Where the repository's files can be read; without it, a message names the runbook's path. */
  docsUrl?: string;
}

const { installation } = identityLabels;

const anyOf = (names: readonly string[]): string => `match "^(${names.join('|')})$"`;

/** The dashboard of an alert's component: the stores have one of their own, and what has none is on the overview. */
const board = (grafanaUrl: string): string =>
  `${grafanaUrl}/d/${[
    `{{ if ${anyOf(serviceNames)} .Labels.component }}${boards.service.uid}?var-service={{ .Labels.component }}&`,
    `{{ else if ${anyOf(storeNames)} .Labels.component }}${boards.stores.uid}?var-store={{ .Labels.component }}&`,
    `{{ else }}${boards.overview.uid}?{{ end }}`,
  ].join('')}var-installation={{ .Labels.${installation} | urlquery }}`;

const runbook = (docsUrl: string | undefined): string =>
  docsUrl === undefined
    ? 'Runbook: {{ .Annotations.runbook }}'
    : `<${docsUrl}/{{ .Annotations.runbook }}|Runbook>`;

/** The templates of messages: what, where, since when, how bad, and where to look. Times are in UTC. */
export const messageTemplates = ({
  consoleUrl,
  grafanaUrl,
  docsUrl,
}: MessageLinks): string => `{{/* Generated from dashboards/src/alertmanager by npm run generate. */}}
{{ define "faultline.color" }}{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.priority "page" }}danger{{ else }}warning{{ end }}{{ end }}

{{ define "faultline.title" }}{{ if eq .Status "resolved" }}Resolved{{ else }}{{ .CommonLabels.priority | title }}{{ end }}: {{ .GroupLabels.component }}{{ with .GroupLabels.${installation} }} in {{ . }}{{ end }} ({{ len .Alerts }} {{ if eq (len .Alerts) 1 }}alert{{ else }}alerts{{ end }}){{ end }}

{{ define "faultline.console" }}${consoleUrl}/components/{{ .GroupLabels.component }}{{ end }}

{{ define "faultline.board" }}${board(grafanaUrl)}{{ end }}

{{ define "faultline.runbook" }}${runbook(docsUrl)}{{ end }}

{{ define "faultline.text" }}{{ range .Alerts }}*{{ .Annotations.summary }}*
{{ .Annotations.description }}
{{ if eq .Status "resolved" }}From {{ .StartsAt.UTC.Format "15:04:05" }} to {{ .EndsAt.UTC.Format "15:04:05" }} UTC{{ else }}Since {{ .StartsAt.UTC.Format "2 Jan 15:04:05" }} UTC{{ end }}
<${consoleUrl}/components/{{ .Labels.component }}|Console> · <{{ template "faultline.board" . }}|Grafana> · {{ template "faultline.runbook" . }}
{{ end }}{{ end }}
`;
