{{/* The values of the pods that send shoppers, as JSON. */}}
{{- define "faultline.loadValues" -}}
{{- mergeOverwrite (deepCopy .Values.podDefaults) (deepCopy .Values.load) | toJson -}}
{{- end -}}

{{/* The pod that sends shoppers. Takes root, scenario. */}}
{{- define "faultline.loadPod" -}}
{{- $values := include "faultline.loadValues" .root | fromJson -}}
metadata:
  {{- include "faultline.podMetadata" (dict "root" .root "component" "load" "values" $values "annotations" (dict "linkerd.io/inject" "disabled")) | nindent 2 }}
spec:
  {{- include "faultline.loadPodSpec" . | nindent 2 }}
{{- end -}}

{{- define "faultline.loadPodSpec" -}}
{{- $values := include "faultline.loadValues" .root | fromJson -}}
automountServiceAccountToken: false
{{ include "faultline.podSettings" (dict "root" .root "account" "load" "user" 12345 "values" $values) }}
restartPolicy: Never
containers:
  - name: k6
    image: {{ include "faultline.image" (dict "root" .root "name" "load" "tag" "") }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args:
      - run
      - --quiet
      {{- range splitList " " (include "faultline.loadOptions" .) }}
      - {{ . }}
      {{- end }}
      - {{ .scenario }}.ts
    {{- include "faultline.environment" (dict "root" .root "fixed" dict "proposed" (include "faultline.loadVariables" .root | fromJson) "values" $values "path" "load") | nindent 4 }}
    resources:
      {{- toYaml $values.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" (dict "values" $values) | nindent 6 }}
    {{- include "faultline.mounts" (dict "values" $values) | nindent 4 }}
{{- include "faultline.volumes" (dict "values" $values) }}
{{- end -}}

{{/* Where k6 writes its results, if anywhere. */}}
{{- define "faultline.remoteWriteUrl" -}}
{{- with .Values.load.remoteWriteUrl -}}
{{ . }}
{{- else -}}
{{- if .Values.observability.lgtm.enabled }}http://{{ include "faultline.fullname" . }}-lgtm:9090/api/v1/write{{ end -}}
{{- end -}}
{{- end -}}

{{/* What k6 is called with. Takes root, scenario. */}}
{{- define "faultline.loadOptions" -}}
--tag testid={{ .root.Release.Name }}-{{ .scenario }}
{{- if include "faultline.remoteWriteUrl" .root }} --out experimental-prometheus-rw{{ end -}}
{{- end -}}

{{/* The variables of the scenarios, as JSON. */}}
{{- define "faultline.loadVariables" -}}
{{- $load := .Values.load -}}
{{- $variables := dict
  "BASE_URL" (printf "http://%s-%s:%v" (include "faultline.fullname" .) (include "faultline.entry" .) .Values.web.port)
  "RATE" (include "faultline.text" $load.rate)
  "DURATION" $load.duration
  "SUMMARY" "json"
  "K6_NO_USAGE_REPORT" "true"
-}}
{{- with include "faultline.remoteWriteUrl" . -}}
{{- $_ := set $variables "K6_PROMETHEUS_RW_SERVER_URL" . -}}
{{- $_ := set $variables "K6_PROMETHEUS_RW_TREND_STATS" "p(50),p(95),p(99),max" -}}
{{- end -}}
{{- toJson $variables -}}
{{- end -}}
