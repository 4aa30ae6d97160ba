{{/* What the chart is called here: its alias where another chart has it under one. */}}
{{- define "faultline.name" -}}
{{- .Values.nameOverride | default .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{/* What the names of all objects begin with. A name that is cut, or holds what the names of Services may not (a
dot, a digit in front), ends in a hash of the whole, so that no two releases share one. */}}
{{- define "faultline.fullname" -}}
{{- $name := include "faultline.name" . -}}
{{- $wanted := .Values.fullnameOverride -}}
{{- if not $wanted -}}
{{- $wanted = ternary .Release.Name (printf "%s-%s" .Release.Name $name) (and .Chart.IsRoot (contains $name .Release.Name)) -}}
{{- end -}}
{{- $longest := (include "faultline.topology" . | fromJson).maxFullnameLength | int -}}
{{- $fitting := regexReplaceAll "^([0-9])" (replace "." "-" $wanted) "n$1" -}}
{{- if or (ne $fitting $wanted) (gt (len $fitting) $longest) -}}
{{- printf "%s-%s" (trunc (int (sub $longest 9)) $fitting | trimSuffix "-") (sha256sum $wanted | trunc 8) -}}
{{- else -}}
{{- $fitting -}}
{{- end -}}
{{- end -}}

{{/* What tells this installation apart in telemetry: no two in a cluster have it in common. */}}
{{- define "faultline.installation" -}}
{{ .Release.Namespace }}/{{ include "faultline.fullname" . }}
{{- end -}}

{{/* Labels by which pods are selected; they may not change in an upgrade. Takes root, component. */}}
{{- define "faultline.selector" -}}
app.kubernetes.io/name: {{ include "faultline.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels of an object. Takes root, component, and labels of the user's. */}}
{{- define "faultline.labels" -}}
{{- $own := include "faultline.selector" . | fromYaml -}}
{{- $_ := set $own "app.kubernetes.io/part-of" "faultline" -}}
{{- $_ := set $own "app.kubernetes.io/managed-by" .root.Release.Service -}}
{{- $_ := set $own "helm.sh/chart" (printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63) -}}
{{- merge $own (deepCopy (.labels | default dict)) (deepCopy .root.Values.commonLabels) | toYaml -}}
{{- end -}}

{{/* name, namespace and labels of an object. Takes root, component, name (after the component if not given), and
labels of the user's. */}}
{{- define "faultline.metadata" -}}
name: {{ printf "%s-%s" (include "faultline.fullname" .root) (.name | default .component) }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "faultline.labels" . | nindent 2 }}
{{- end -}}

{{/* The system as data: services, stores, who calls whom. */}}
{{- define "faultline.topology" -}}
{{- .Files.Get "files/topology.json" -}}
{{- end -}}

{{/* The service that clients reach from outside. */}}
{{- define "faultline.entry" -}}
{{- (include "faultline.topology" . | fromJson).entry -}}
{{- end -}}

{{/* Annotations of a workload: the commits of its image and of the chart, where they are known. Takes root, values. */}}
{{- define "faultline.revisions" -}}
{{- if or .values.revision .root.Values.revision }}
annotations:
  {{- with .values.revision }}
  faultline.dev/revision: {{ . | quote }}
  {{- end }}
  {{- with .root.Values.revision }}
  faultline.dev/chart-revision: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* An image of ours. Takes root, name, tag, digest. */}}
{{- define "faultline.image" -}}
{{- $image := .root.Values.image -}}
{{- trimSuffix "/" $image.repository }}/{{ .name }}:{{ .tag | default $image.tag | default .root.Chart.AppVersion }}{{ with .digest }}@{{ . }}{{ end }}
{{- end -}}

{{/* A value as text. Helm reads numbers of YAML as floats, and would write a million as 1e+06. */}}
{{- define "faultline.text" -}}
{{- if and (kindIs "float64" .) (eq . (floor .)) -}}
{{- int64 . -}}
{{- else -}}
{{- toString . -}}
{{- end -}}
{{- end -}}
