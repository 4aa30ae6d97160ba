{{/* Labels and annotations of a pod. Takes root, component, values, and of ours: labels, annotations. */}}
{{- define "faultline.podMetadata" -}}
{{- $labels := mergeOverwrite (dict "app.kubernetes.io/part-of" "faultline") (.labels | default dict) (deepCopy .root.Values.commonLabels) (deepCopy (.values.podLabels | default dict)) (include "faultline.selector" . | fromYaml) -}}
{{- $annotations := mergeOverwrite (.annotations | default dict) (deepCopy (.values.podAnnotations | default dict)) -}}
labels:
  {{- toYaml $labels | nindent 2 }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Where a pod runs, and how important it is. Takes values, and of ours where the values have none: affinity,
topologySpreadConstraints. */}}
{{- define "faultline.placement" -}}
{{- $spec := dict -}}
{{- range $key := list "nodeSelector" "tolerations" "affinity" "topologySpreadConstraints" "priorityClassName" -}}
{{- with index $.values $key | default (index $ $key) }}{{ $_ := set $spec $key . }}{{ end -}}
{{- end -}}
{{- if $spec }}{{ toYaml $spec }}{{ end -}}
{{- end -}}

{{/* Who a pod is, and where it runs. Takes root, account, user (its id), values, and what faultline.placement takes. */}}
{{- define "faultline.podSettings" -}}
serviceAccountName: {{ include "faultline.account" . }}
# Their variables would take names that the services' own configuration uses.
enableServiceLinks: false
{{- include "faultline.pullSecrets" .root }}
securityContext:
  {{- include "faultline.podSecurity" . | nindent 2 }}
{{- with include "faultline.placement" . }}
{{ . }}
{{- end }}
{{- end -}}

{{/* The name of a pod's ServiceAccount. Takes root, account (what it is called if we make it), values. */}}
{{- define "faultline.account" -}}
{{- $given := .values.serviceAccount -}}
{{- $given.name | default (ternary (printf "%s-%s" (include "faultline.fullname" .root) .account) "default" $given.create) -}}
{{- end -}}

{{/* What the pod security level `restricted` asks of a pod, with what the values add or take away. Takes root, user,
values, and group, if that is not the user's id. */}}
{{- define "faultline.podSecurity" -}}
{{- $ours := dict "runAsNonRoot" true "seccompProfile" (dict "type" "RuntimeDefault") -}}
{{- if and .root.Values.fixedUserIds (not (.root.Capabilities.APIVersions.Has "security.openshift.io/v1")) -}}
{{- $ours = mergeOverwrite $ours (dict "runAsUser" .user "runAsGroup" (ternary .group .user (hasKey . "group")) "fsGroup" .user "fsGroupChangePolicy" "OnRootMismatch") -}}
{{- end -}}
{{- include "faultline.changed" (dict "ours" $ours "given" .values.podSecurityContext) -}}
{{- end -}}

{{/* The same for a container. Takes values. */}}
{{- define "faultline.containerSecurity" -}}
{{- $ours := dict "allowPrivilegeEscalation" false "readOnlyRootFilesystem" true "capabilities" (dict "drop" (list "ALL")) -}}
{{- include "faultline.changed" (dict "ours" $ours "given" .values.securityContext) -}}
{{- end -}}

{{/* Ours as the user changed it: null takes a setting away. Takes ours, given. */}}
{{- define "faultline.changed" -}}
{{- $all := mergeOverwrite .ours (deepCopy (.given | default dict)) -}}
{{- range $key, $value := $all -}}
{{- if kindIs "invalid" $value }}{{ $_ := unset $all $key }}{{ end -}}
{{- end -}}
{{- toYaml $all -}}
{{- end -}}

{{- define "faultline.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* The variables of a container. Takes root, and as maps by name, to text or to an object with valueFrom: fixed,
which the chart relies on; proposed; and values, whose `env` comes last. Path says in errors where that is. */}}
{{- define "faultline.environment" -}}
{{- range $name, $value := .values.env -}}
{{- if hasKey $.fixed $name -}}
{{- fail (printf "%s.env.%s: the chart sets %s itself%s" $.path $name $name (index (include "faultline.setElsewhere" $.root | fromJson) $name | default "")) -}}
{{- end -}}
{{- end -}}
{{- $free := deepCopy (.proposed | default dict) -}}
{{- range $name, $value := .values.env }}{{ $_ := set $free $name $value }}{{ end -}}
{{- if or .fixed $free }}
env:
  {{- /* Those of the user's may refer to ours. */}}
  {{- range $variables := list .fixed $free }}
  {{- range $name, $value := $variables }}
  {{- if not (kindIs "invalid" $value) }}
  - name: {{ $name | quote }}
    {{- if kindIs "map" $value }}
    {{- toYaml $value | nindent 4 }}
    {{- else }}
    value: {{ include "faultline.text" $value | quote }}
    {{- end }}
  {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
{{- with .values.envFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* By variable, which value says what the chart sets it to. */}}
{{- define "faultline.setElsewhere" -}}
{{- $topology := include "faultline.topology" . | fromJson -}}
{{- $values := dict "DRAIN_MS" "drainSeconds" "DATABASE_POOL_SIZE" "databasePoolSize" "SERVICE_VERSION" "tag" -}}
{{- range $name, $spec := $topology.services }}{{ range $spec.secrets }}{{ $_ := set $values .variable (printf "%s.existingSecret" $name) }}{{ end }}{{ end -}}
{{- range $name, $spec := $topology.stores }}{{ $_ := set $values $spec.urlVariable (printf "stores.%s.existingSecret" $name) }}{{ end -}}
{{- range $variable, $value := $values }}{{ $_ := set $values $variable (printf "; set %s" $value) }}{{ end -}}
{{- toJson $values -}}
{{- end -}}

{{/* A variable that comes out of a Secret, as JSON. Takes name, key. */}}
{{- define "faultline.fromSecret" -}}
{{- dict "valueFrom" (dict "secretKeyRef" (dict "name" .name "key" .key)) | toJson -}}
{{- end -}}

{{/* A pod's volumes: ours and the user's. Takes volumes, values. */}}
{{- define "faultline.volumes" -}}
{{- with concat (.volumes | default list) (.values.extraVolumes | default list) }}
volumes:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Where a container has volumes: ours and the user's. Takes mounts, values. */}}
{{- define "faultline.mounts" -}}
{{- with concat (.mounts | default list) (.values.extraVolumeMounts | default list) }}
volumeMounts:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
