{{/* The values of a service, as JSON. Takes root, name. */}}
{{- define "faultline.service" -}}
{{- mergeOverwrite (deepCopy .root.Values.serviceDefaults) (deepCopy (index .root.Values.services .name)) | toJson -}}
{{- end -}}

{{/* The version of a service. Takes root, values. */}}
{{- define "faultline.version" -}}
{{- .values.tag | default .root.Values.image.tag | default .root.Chart.AppVersion -}}
{{- end -}}

{{/* Where telemetry goes, if anywhere. */}}
{{- define "faultline.otlpEndpoint" -}}
{{- with .Values.telemetry.otlpEndpoint -}}
{{ . }}
{{- else -}}
{{- if .Values.observability.lgtm.enabled }}http://{{ include "faultline.fullname" . }}-lgtm:4318{{ end -}}
{{- end -}}
{{- end -}}

{{/* The environment of a service. Takes root, name, values. */}}
{{- define "faultline.serviceEnvironment" -}}
{{- $root := .root -}}
{{- $topology := include "faultline.topology" $root | fromJson -}}
{{- $spec := index $topology.services .name -}}
{{- $fullname := include "faultline.fullname" $root -}}
{{- $variables := dict
  "PORT" "8080"
  "ADMIN_PORT" "9090"
  "LOG_LEVEL" $root.Values.logLevel
  "DRAIN_MS" (mul 1000 (int .values.drainSeconds) | toString)
  "FAULTS_FILE" "/etc/faultline/flags.json"
  "OTEL_SERVICE_NAME" .name
  "SERVICE_NAMESPACE" (include "faultline.installation" $root)
  "SERVICE_VERSION" (include "faultline.version" (dict "root" $root "values" .values))
  "DEPLOYMENT_ENVIRONMENT" $root.Values.environment
  "OTEL_TRACES_SAMPLER" $root.Values.telemetry.sampler
-}}
{{- range $spec.calls -}}
{{- $_ := set $variables (index $topology.services .).urlVariable (printf "http://%s-%s:8080" $fullname .) -}}
{{- end -}}
{{- with include "faultline.otlpEndpoint" $root }}{{ $_ := set $variables "OTEL_EXPORTER_OTLP_ENDPOINT" . }}{{ end -}}
{{- with $root.Values.telemetry.samplerArgument }}{{ $_ := set $variables "OTEL_TRACES_SAMPLER_ARG" (toString .) }}{{ end -}}
{{- with $root.Values.telemetry.pyroscopeUrl }}{{ $_ := set $variables "PYROSCOPE_URL" . }}{{ end -}}
{{- if eq .name "payment" -}}
{{- with $root.Values.payment.providerUrl }}{{ $_ := set $variables "PAYMENT_PROVIDER_URL" . }}{{ end -}}
{{- end -}}
{{- range $name, $value := .values.env }}{{ $_ := set $variables $name (toString $value) }}{{ end -}}
{{- range $name, $value := $variables }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $spec.stores }}
- name: {{ (index $topology.stores .).urlVariable }}
  valueFrom:
    secretKeyRef:
      name: {{ include "faultline.storeSecret" (dict "root" $root "name" .) }}
      key: url
{{- end }}
{{- if eq .name "payment" }}
- name: FINGERPRINT_SECRET
  valueFrom:
    secretKeyRef:
      name: {{ $root.Values.payment.existingSecret | default (printf "%s-payment" $fullname) }}
      key: fingerprint-secret
{{- end }}
- name: K8S_POD_NAME
  valueFrom: { fieldRef: { fieldPath: metadata.name } }
- name: K8S_NODE_NAME
  valueFrom: { fieldRef: { fieldPath: spec.nodeName } }
- name: K8S_NAMESPACE_NAME
  valueFrom: { fieldRef: { fieldPath: metadata.namespace } }
{{- end -}}

{{/* How many pods there are at least. Takes values. */}}
{{- define "faultline.leastPods" -}}
{{- if .values.autoscaling.enabled }}{{ .values.autoscaling.minReplicas }}{{ else }}{{ .values.replicas }}{{ end -}}
{{- end -}}

{{/* Annotations of a pod that takes part in the mesh. */}}
{{- define "faultline.meshed" -}}
{{- if .Values.linkerd.enabled }}
linkerd.io/inject: enabled
# A proxy that reads the whole of a PostgreSQL or Redis connection would hold it up.
config.linkerd.io/opaque-ports: "5432,6379"
{{- end }}
{{- end -}}
