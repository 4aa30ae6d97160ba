{{/* How new versions of a service are released, as JSON: `rollout` with the service's own settings. Takes root, name. */}}
{{- define "faultline.rollout" -}}
{{- $own := (include "faultline.service" . | fromJson).rollout -}}
{{- mergeOverwrite (deepCopy .root.Values.rollout) ($own | default dict) | toJson -}}
{{- end -}}

{{/* `replicas` of a service's workload, if it is ours to say. Takes root, name, values. */}}
{{- define "faultline.replicas" -}}
{{- if include "faultline.gone" . }}
replicas: 0
{{- else if not .values.autoscaling.enabled }}
replicas: {{ .values.replicas }}
{{- end }}
{{- end -}}

{{/* The kind of a service's workload, as JSON: apiVersion, kind, and resource as the API has it in paths. Takes root, name. */}}
{{- define "faultline.workload" -}}
{{- if (include "faultline.rollout" . | fromJson).enabled -}}
{{- dict "apiVersion" "argoproj.io/v1alpha1" "kind" "Rollout" "resource" "rollouts" | toJson -}}
{{- else -}}
{{- dict "apiVersion" "apps/v1" "kind" "Deployment" "resource" "deployments" | toJson -}}
{{- end -}}
{{- end -}}

{{/* Where the analysis finds the metrics. */}}
{{- define "faultline.prometheusUrl" -}}
{{- with .Values.rollout.prometheusUrl -}}
{{ . }}
{{- else -}}
{{- if .Values.observability.lgtm.enabled }}http://{{ include "faultline.fullname" . }}-lgtm.{{ .Release.Namespace }}:9090{{ end -}}
{{- end -}}
{{- end -}}

{{/* The weights in percent that a number of pods can give, as a JSON list: one pod of the new version, two, and so on. */}}
{{- define "faultline.possibleWeights" -}}
{{- $pods := int . -}}
{{- $weights := list -}}
{{- range $new := until $pods -}}
{{- if $new }}{{ $weights = append $weights (round (divf (mul 100 $new) $pods) 0 | int) }}{{ end -}}
{{- end -}}
{{- uniq $weights | toJson -}}
{{- end -}}

{{/* What is wrong with how a service is released, a sentence a line. Takes root, name, values, path. */}}
{{- define "faultline.problemsOfRollout" -}}
{{- $rollout := include "faultline.rollout" . | fromJson -}}
{{- $values := .values -}}
{{- if $rollout.enabled }}
{{- $pods := include "faultline.leastPods" . | int }}
{{- $what := ternary "autoscaling.minReplicas" "replicas" $values.autoscaling.enabled }}
{{- $possible := include "faultline.possibleWeights" $pods | fromJsonArray }}
{{- range $rollout.weights }}
{{- if not (has (float64 .) $possible) }}
{{ $.path }}: a weight of {{ . }} % cannot be given by {{ $pods }} {{ ternary "pod" "pods" (eq $pods 1) }} ({{ $.path }}.{{ $what }}); {{ if $possible }}they can give {{ join ", " $possible }}{{ else }}at least 2 are needed{{ end }}: change rollout.weights or the number of pods
{{- end }}
{{- end }}
{{- if $values.canary.tag }}
{{ .path }}.canary is a second Deployment, which needs rollout.enabled to be false: Argo Rollouts makes the pods of new versions itself
{{- end }}
{{- end }}
{{- if and $values.canary.tag $values.autoscaling.enabled }}
{{ .path }}.canary needs a fixed number of pods, and {{ .path }}.autoscaling.enabled to be false
{{- end }}
{{- end -}}

{{/* The analysis of any service needs a Prometheus. */}}
{{- define "faultline.problemsOfAnalysis" -}}
{{- $analysed := list -}}
{{- range $name, $_ := (include "faultline.topology" . | fromJson).services -}}
{{- if (include "faultline.rollout" (dict "root" $ "name" $name) | fromJson).enabled }}{{ $analysed = append $analysed $name }}{{ end -}}
{{- end -}}
{{- if and $analysed (not (include "faultline.prometheusUrl" .)) }}
rollout.prometheusUrl must be the address of the Prometheus that scrapes {{ join ", " $analysed }}, as observability.lgtm is not enabled
{{- end }}
{{- end -}}
