{{/* Whether there is a DaemonSet that reads the logs of stores. */}}
{{- define "faultline.readsStoreLogs" -}}
{{- if and .Values.collector.enabled .Values.collector.storeLogs.enabled }}true{{ end -}}
{{- end -}}

{{/* How the servers write, by engine, as JSON: how a message begins, the levels that are errors and warnings, and what
is to stand in place of its beginning. */}}
{{- define "faultline.logGrammars" -}}
{{- $postgresql := `^\d{4}-\d\d-\d\d [\d:.]+ \S+ \[\d+\] (?:\S*@\S* )?` -}}
{{- $redis := `^\d+:[XCSM] \d+ \w+ \d{4} [\d:.]+ ` -}}
{{- dict
  "postgresql" (dict "first" (print $postgresql "[A-Z]") "head" (print $postgresql `([A-Z]+\d?): +`) "kept" "$$1: " "error" (print $postgresql "(?:PANIC|FATAL|ERROR):") "warn" (print $postgresql "WARNING:"))
  "redis" (dict "first" (print $redis `[.\-*#] `) "head" (print $redis `[.\-*#] `) "kept" "" "warn" (print $redis "# "))
| toJson -}}
{{- end -}}

{{/* The statements that give a log record its level and take its head away, as a JSON list. Takes a grammar. */}}
{{- define "faultline.logStatements" -}}
{{- $grammar := . -}}
{{- $statements := list `set(log.severity_number, SEVERITY_NUMBER_INFO)` `set(log.severity_text, "info")` -}}
{{- range $level := list "warn" "error" -}}
{{- with index $grammar $level -}}
{{- $where := printf "where IsMatch(log.body, %s)" (quote .) -}}
{{- $statements = append $statements (printf "set(log.severity_number, SEVERITY_NUMBER_%s) %s" (upper $level) $where) -}}
{{- $statements = append $statements (printf "set(log.severity_text, %s) %s" (quote $level) $where) -}}
{{- end -}}
{{- end -}}
{{- append $statements (printf "replace_pattern(log.body, %s, %s)" (quote .head) (quote .kept)) | toJson -}}
{{- end -}}

{{/* The configuration of the pods that read the logs of stores, and send them to the collector. */}}
{{- define "faultline.storeLogsConfig" -}}
{{- $fullname := include "faultline.fullname" . -}}
{{- $grammars := include "faultline.logGrammars" . | fromJson -}}
{{- $receivers := dict -}}
{{- $processors := dict "memory_limiter" (dict "check_interval" "1s" "limit_percentage" 80 "spike_limit_percentage" 20) "batch" dict -}}
{{- $pipelines := dict -}}
{{- range $name, $spec := (include "faultline.topology" . | fromJson).stores -}}
{{- if not (include "faultline.store" (dict "root" $ "name" $name) | fromJson).external -}}
{{- $grammar := index $grammars $spec.engine -}}
{{- $receiver := printf "file_log/%s" $name -}}
{{- $joined := dict
  "type" "recombine"
  "combine_field" "body"
  "is_first_entry" (printf "body matches %s" ($grammar.first | replace `\` `\\` | squote))
  "source_identifier" `attributes["log.file.path"]`
  "force_flush_period" "1s"
-}}
{{- $resource := dict
  "service.name" $name
  "service.namespace" (include "faultline.installation" $)
  "deployment.environment.name" $.Values.environment
  "k8s.node.name" "${env:K8S_NODE_NAME}"
-}}
{{- $_ := set $receivers $receiver (dict
  "include" (list (printf "/var/log/pods/%s_%s-%s-0_*/%s/*.log" $.Release.Namespace $fullname $name $spec.engine))
  "include_file_path" true
  "operators" (list (dict "type" "container") $joined)
  "attributes" (dict "store" $name)
  "resource" $resource
) -}}
{{- $pipeline := printf "logs/%s" $spec.engine -}}
{{- $transform := printf "transform/%s" $spec.engine -}}
{{- $_ := set $processors $transform (dict "error_mode" "ignore" "log_statements" (include "faultline.logStatements" $grammar | fromJsonArray)) -}}
{{- $before := dig $pipeline "receivers" list $pipelines -}}
{{- $_ := set $pipelines $pipeline (dict "receivers" (append $before $receiver) "processors" (list "memory_limiter" $transform "batch") "exporters" (list "otlp_http")) -}}
{{- end -}}
{{- end -}}
{{- dict
  "receivers" $receivers
  "processors" $processors
  "exporters" (dict "otlp_http" (dict "endpoint" (printf "http://%s-collector:4318" $fullname)))
  "extensions" (dict "health_check" (dict "endpoint" ":13133"))
  "service" (dict "extensions" (list "health_check") "pipelines" $pipelines)
| toYaml -}}
{{- end -}}
