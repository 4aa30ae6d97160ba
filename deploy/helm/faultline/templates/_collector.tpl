{{/* The values of the collector's pods, as JSON. */}}
{{- define "faultline.collectorValues" -}}
{{- mergeOverwrite (deepCopy .Values.podDefaults) (deepCopy .Values.collector) | toJson -}}
{{- end -}}

{{/* Whether the collector scrapes the services and sends their metrics. */}}
{{- define "faultline.pushesMetrics" -}}
{{- if and .Values.collector.enabled .Values.collector.metrics.enabled }}true{{ end -}}
{{- end -}}

{{/* The backend of this release that takes traces and logs, if the values name no other. */}}
{{- define "faultline.ownBackend" -}}
{{- if not .Values.telemetry.otlpEndpoint -}}
{{- if .Values.observability.lgtm.enabled }}lgtm{{ else if .Values.console.enabled }}console{{ end -}}
{{- end -}}
{{- end -}}

{{/* The base URL of the backend, if there is one. */}}
{{- define "faultline.otlpEndpoint" -}}
{{- with include "faultline.ownBackend" . -}}
http://{{ include "faultline.fullname" $ }}-{{ . }}:4318
{{- else -}}
{{- .Values.telemetry.otlpEndpoint -}}
{{- end -}}
{{- end -}}

{{/* The complete URL of the backend for each signal, as JSON. There are metrics only if the collector sends them. */}}
{{- define "faultline.destinations" -}}
{{- $urls := dict -}}
{{- $base := include "faultline.otlpEndpoint" . | trimSuffix "/" -}}
{{- range $signal := ternary (list "traces" "logs" "metrics") (list "traces" "logs") (eq (include "faultline.pushesMetrics" .) "true") -}}
{{- $own := index $.Values.telemetry (printf "%sEndpoint" $signal) -}}
{{- with $own | default (ternary (printf "%s/v1/%s" $base $signal) "" (ne $base "")) }}{{ $_ := set $urls $signal . }}{{ end -}}
{{- end -}}
{{- toJson $urls -}}
{{- end -}}

{{/* The variable that holds the value of a header. Takes the header's name. */}}
{{- define "faultline.headerVariable" -}}
{{- printf "OTLP_HEADER_%s" (. | upper | replace "-" "_") -}}
{{- end -}}

{{/* The headers whose values come out of Secrets, as variables, as JSON. */}}
{{- define "faultline.headerVariables" -}}
{{- $variables := dict -}}
{{- range $name, $value := .Values.telemetry.headers -}}
{{- if kindIs "map" $value }}{{ $_ := set $variables (include "faultline.headerVariable" $name) $value }}{{ end -}}
{{- end -}}
{{- toJson $variables -}}
{{- end -}}

{{/* Of those, the ones that a service needs: none if the collector adds the headers. */}}
{{- define "faultline.serviceHeaderVariables" -}}
{{- if .Values.collector.enabled }}{}{{ else }}{{ include "faultline.headerVariables" . }}{{ end -}}
{{- end -}}

{{/* The variables that tell a service where to send traces and logs, as JSON. */}}
{{- define "faultline.exportVariables" -}}
{{- $variables := dict -}}
{{- if .Values.collector.enabled -}}
{{- $_ := set $variables "OTEL_EXPORTER_OTLP_ENDPOINT" (printf "http://%s-collector:4318" (include "faultline.fullname" .)) -}}
{{- else -}}
{{- with include "faultline.otlpEndpoint" . }}{{ $_ := set $variables "OTEL_EXPORTER_OTLP_ENDPOINT" . }}{{ end -}}
{{- with .Values.telemetry.tracesEndpoint }}{{ $_ := set $variables "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT" . }}{{ end -}}
{{- with .Values.telemetry.logsEndpoint }}{{ $_ := set $variables "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT" . }}{{ end -}}
{{- $headers := list -}}
{{- range $name, $value := .Values.telemetry.headers -}}
{{- $text := printf "$(%s)" (include "faultline.headerVariable" $name) -}}
{{- if not (kindIs "map" $value) }}{{ $text = urlquery $value | replace "+" "%20" }}{{ end -}}
{{- $headers = append $headers (printf "%s=%s" $name $text) -}}
{{- end -}}
{{- with $headers }}{{ $_ := set $variables "OTEL_EXPORTER_OTLP_HEADERS" (join "," .) }}{{ end -}}
{{- end -}}
{{- toJson $variables -}}
{{- end -}}

{{/* Lets a pod reach the backend, if there is one. */}}
{{- define "faultline.toBackend" -}}
{{- $rules := list -}}
{{- $own := include "faultline.ownBackend" . -}}
{{- range $_, $url := include "faultline.destinations" . | fromJson -}}
{{- if and $own (hasPrefix (printf "%s/" (include "faultline.otlpEndpoint" $)) $url) -}}
{{- $rules = append $rules (include "faultline.arrow" (dict "root" $ "direction" "to" "component" $own "port" 4318)) -}}
{{- else -}}
{{- $rules = append $rules (include "faultline.outwards" (dict "root" $ "url" $url "peers" $.Values.networkPolicy.telemetryTo)) -}}
{{- end -}}
{{- end -}}
{{- join "\n" (uniq $rules) -}}
{{- end -}}

{{/* Which pods send traces and logs to the backend, as a JSON list of components. */}}
{{- define "faultline.exporters" -}}
{{- ternary (list "collector") (keys (include "faultline.topology" . | fromJson).services | sortAlpha) .Values.collector.enabled | toJson -}}
{{- end -}}

{{/* Lets a service send its traces and logs. */}}
{{- define "faultline.toCollector" -}}
{{- if .Values.collector.enabled -}}
{{- include "faultline.arrow" (dict "root" . "direction" "to" "component" "collector" "port" 4318) -}}
{{- else -}}
{{- include "faultline.toBackend" . -}}
{{- end -}}
{{- end -}}

{{/* The collector's configuration, which `collector.config` adds to. */}}
{{- define "faultline.collectorConfig" -}}
{{- $topology := include "faultline.topology" . | fromJson -}}
{{- $fullname := include "faultline.fullname" . -}}
{{- $destinations := include "faultline.destinations" . | fromJson -}}
{{- $headers := dict -}}
{{- range $name, $value := .Values.telemetry.headers -}}
{{- $text := printf "${env:%s}" (include "faultline.headerVariable" $name) -}}
{{- if not (kindIs "map" $value) }}{{ $text = replace "$" "$$" $value }}{{ end -}}
{{- $_ := set $headers $name $text -}}
{{- end -}}
{{- $exporter := dict -}}
{{- range $signal, $url := $destinations }}{{ $_ := set $exporter (printf "%s_endpoint" $signal) $url }}{{ end -}}
{{- with $headers }}{{ $_ := set $exporter "headers" . }}{{ end -}}
{{- $receivers := dict "otlp" (dict "protocols" (dict "http" (dict "endpoint" ":4318"))) -}}
{{- $processors := dict "memory_limiter" (dict "check_interval" "1s" "limit_percentage" 80 "spike_limit_percentage" 20) "batch" dict -}}
{{- $pipelines := dict -}}
{{- range $signal, $_ := $destinations -}}
{{- $_ := set $pipelines $signal (dict "receivers" (list "otlp") "processors" (list "memory_limiter" "batch") "exporters" (list "otlp_http")) -}}
{{- end -}}
{{- if include "faultline.pushesMetrics" . -}}
{{- $jobs := list -}}
{{- range $name, $_ := $topology.services -}}
{{- $lookups := list -}}
{{- range $type := list "A" "AAAA" }}{{ $lookups = append $lookups (dict "names" (list (printf "%s-%s-pods" $fullname $name)) "type" $type "port" 9090 "refresh_interval" "10s") }}{{ end -}}
{{- $jobs = append $jobs (dict "job_name" $name "scrape_interval" $.Values.collector.metrics.interval "dns_sd_configs" $lookups) -}}
{{- end -}}
{{- $_ := set $receivers "prometheus" (dict "config" (dict "scrape_configs" $jobs)) -}}
{{- $_ := set $pipelines.metrics "receivers" (list "prometheus") -}}
{{- if eq .Values.collector.metrics.temporality "delta" -}}
{{- $_ := set $processors "cumulativetodelta" dict -}}
{{- $_ := set $pipelines.metrics "processors" (list "memory_limiter" "cumulativetodelta" "batch") -}}
{{- end -}}
{{- end -}}
{{- $config := dict
  "receivers" $receivers
  "processors" $processors
  "exporters" (dict "otlp_http" $exporter)
  "extensions" (dict "health_check" (dict "endpoint" ":13133"))
  "service" (dict "extensions" (list "health_check") "pipelines" $pipelines)
-}}
{{- toYaml (mergeOverwrite $config (deepCopy .Values.collector.config)) -}}
{{- end -}}

{{/* What both kinds of the collector's pods have in a container. Takes root, resources, ports. */}}
{{- define "faultline.collectorContainer" -}}
image: {{ .root.Values.collector.image }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
args: [--config=/etc/collector/config.yaml]
ports:
  {{- with .ports }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
  - { name: health, containerPort: 13133 }
startupProbe:
  httpGet: { path: /, port: health }
  periodSeconds: 1
  failureThreshold: 60
livenessProbe:
  httpGet: { path: /, port: health }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /, port: health }
  periodSeconds: 5
resources:
  {{- toYaml .resources | nindent 2 }}
securityContext:
  {{- include "faultline.containerSecurity" . | nindent 2 }}
{{- end -}}

{{/* What is wrong with the values of the collector and the headers, a sentence a line. */}}
{{- define "faultline.problemsOfCollector" -}}
{{- range $name, $value := .Values.telemetry.headers }}
{{- if and (not (kindIs "map" $value)) (regexMatch "(?i)auth|key|token|secret|password|cookie|honeycomb-team" $name) }}
telemetry.headers.{{ $name }} must come from a Secret, by valueFrom.secretKeyRef, since its value would stand in the templates of all pods
{{- end }}
{{- end }}
{{- if .Values.collector.enabled }}
{{- $destinations := include "faultline.destinations" . | fromJson }}
{{- range $signal := list "traces" "logs" }}
{{- if not (index $destinations $signal) }}
collector.enabled needs a backend for {{ $signal }}: telemetry.otlpEndpoint, telemetry.{{ $signal }}Endpoint, console.enabled or observability.lgtm.enabled
{{- end }}
{{- end }}
{{- if and .Values.collector.metrics.enabled (not (or .Values.telemetry.otlpEndpoint .Values.telemetry.metricsEndpoint)) }}
collector.metrics.enabled needs telemetry.otlpEndpoint or telemetry.metricsEndpoint: neither the console nor lgtm takes metrics by OTLP
{{- end }}
{{- $values := include "faultline.collectorValues" . | fromJson }}
{{- include "faultline.problemsOfPod" (dict "path" "collector" "values" $values "resources" $values.resources "taken" (list "config" "pod-logs") "mountable" (list "config")) }}
{{- include "faultline.problemsOfPod" (dict "path" "collector.storeLogs" "values" (dict) "resources" .Values.collector.storeLogs.resources) }}
{{- end }}
{{- end -}}
