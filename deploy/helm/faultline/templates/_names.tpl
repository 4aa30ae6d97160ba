{{/* What the names of all objects begin with. */}}
{{- define "faultline.fullname" -}}
{{- if contains "faultline" .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-faultline" .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* What tells this installation apart in telemetry: no two in a cluster have it in common. */}}
{{- define "faultline.installation" -}}
{{ .Release.Namespace }}/{{ include "faultline.fullname" . }}
{{- end -}}

{{/* Labels by which pods are selected; they may not change in an upgrade. Takes root, component. */}}
{{- define "faultline.selector" -}}
app.kubernetes.io/name: faultline
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels of an object. Takes root, component. */}}
{{- define "faultline.labels" -}}
{{ include "faultline.selector" . }}
app.kubernetes.io/part-of: faultline
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* name, namespace and labels of an object. Takes root, component, and name (after the component if not given). */}}
{{- define "faultline.metadata" -}}
name: {{ printf "%s-%s" (include "faultline.fullname" .root) (.name | default .component) }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "faultline.labels" . | nindent 2 }}
{{- end -}}

{{/* The system as data: services, stores, who calls whom. */}}
{{- define "faultline.topology" -}}
{{- .Files.Get "files/topology.json" -}}
{{- end -}}

{{/* An image of ours. Takes root, name, tag. */}}
{{- define "faultline.image" -}}
{{- $image := .root.Values.image -}}
{{- trimSuffix "/" $image.repository }}/{{ .name }}:{{ .tag | default $image.tag | default .root.Chart.AppVersion }}
{{- end -}}

{{/* What the pod security level `restricted` asks of a pod. Takes user: who it runs as. */}}
{{- define "faultline.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "faultline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "faultline.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* The name of a Secret of ours as it is in the cluster, so that what was made once is kept. Takes root,
name, key, made. */}}
{{- define "faultline.keptSecret" -}}
{{- $found := lookup "v1" "Secret" .root.Release.Namespace .name -}}
{{- $kept := dig "data" .key "" ($found | default dict) -}}
{{- if $kept }}{{ $kept | b64dec }}{{ else }}{{ .made }}{{ end -}}
{{- end -}}
