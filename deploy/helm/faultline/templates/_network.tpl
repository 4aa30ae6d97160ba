{{/* metadata of a Service. Takes root, component, values, and annotations that the values add to. */}}
{{- define "faultline.serviceMetadata" -}}
{{- include "faultline.metadata" (dict "root" .root "component" .component "labels" .values.serviceLabels) }}
{{- with mergeOverwrite (dict) (deepCopy (.values.serviceAnnotations | default dict)) (deepCopy (.annotations | default dict)) }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Which kinds of addresses a Service has. */}}
{{- define "faultline.ipFamilies" -}}
{{- with .Values.ipFamilyPolicy }}
ipFamilyPolicy: {{ . }}
{{- end }}
{{- with .Values.ipFamilies }}
ipFamilies: {{ toJson . }}
{{- end }}
{{- end -}}

{{/* Pods of this release as a peer. Takes root, component. */}}
{{- define "faultline.peer" -}}
podSelector:
  matchLabels:
    {{- include "faultline.selector" . | nindent 4 }}
{{- end -}}

{{/* A rule that lets traffic come from, or go to, a component on a port. Takes root, direction, component, port. */}}
{{- define "faultline.arrow" -}}
- {{ .direction }}:
    - {{- include "faultline.peer" . | nindent 6 }}
  ports:
    - { protocol: TCP, port: {{ .port }} }
{{- end -}}

{{/* Lets a pod look up names. */}}
{{- define "faultline.names" -}}
- ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
{{- end -}}

{{/* The port of an address. */}}
{{- define "faultline.portOf" -}}
{{- $url := urlParse . -}}
{{- if regexMatch ":[0-9]+$" $url.host -}}
{{- regexFind "[0-9]+$" $url.host -}}
{{- else -}}
{{- ternary "443" "80" (eq $url.scheme "https") -}}
{{- end -}}
{{- end -}}

{{/* Lets a pod reach an address outside of the release. Takes url, and peers (anywhere if none). */}}
{{- define "faultline.outwards" -}}
- {{ with .peers }}to:
    {{- toYaml . | nindent 4 }}
  {{ end -}}
  ports:
    - { protocol: TCP, port: {{ include "faultline.portOf" .url }} }
{{- end -}}
