{{/* The pod that sends shoppers. Takes root, scenario. */}}
{{- define "faultline.loadPod" -}}
metadata:
  labels:
    {{- include "faultline.selector" (dict "root" .root "component" "load") | nindent 4 }}
    app.kubernetes.io/part-of: faultline
  annotations:
    linkerd.io/inject: disabled
spec:
  {{- include "faultline.loadPodSpec" . | nindent 2 }}
{{- end -}}

{{- define "faultline.loadPodSpec" -}}
{{- $load := .root.Values.load -}}
serviceAccountName: {{ include "faultline.fullname" .root }}-load
automountServiceAccountToken: false
enableServiceLinks: false
restartPolicy: Never
{{- include "faultline.pullSecrets" .root }}
securityContext:
  {{- include "faultline.podSecurity" (dict "user" 12345) | nindent 2 }}
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
    env:
      {{- include "faultline.loadEnvironment" .root | nindent 6 }}
    resources:
      {{- toYaml $load.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" .root | nindent 6 }}
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

{{- define "faultline.loadEnvironment" -}}
{{- $load := .Values.load -}}
{{- $variables := dict
  "BASE_URL" (printf "http://%s-web-gateway:%v" (include "faultline.fullname" .) .Values.web.port)
  "RATE" (toString $load.rate)
  "DURATION" $load.duration
  "SUMMARY" "json"
  "K6_NO_USAGE_REPORT" "true"
-}}
{{- with include "faultline.remoteWriteUrl" . -}}
{{- $_ := set $variables "K6_PROMETHEUS_RW_SERVER_URL" . -}}
{{- $_ := set $variables "K6_PROMETHEUS_RW_TREND_STATS" "p(50),p(95),p(99),max" -}}
{{- end -}}
{{- range $name, $value := $load.env }}{{ $_ := set $variables $name (toString $value) }}{{ end -}}
{{- range $name, $value := $variables }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}
