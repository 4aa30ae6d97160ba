{{/* metadata of a Service. Takes root, component, values, name (if not that of the component), and annotations that the
values add to. */}}
{{- define "faultline.serviceMetadata" -}}
{{- include "faultline.metadata" (dict "root" .root "component" .component "name" .name "labels" .values.serviceLabels) }}
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

{{/* A port in a rule; and the one on which Linkerd's proxies carry all that meshed pods say to each other. Takes root,
port. */}}
{{- define "faultline.ports" -}}
- { protocol: TCP, port: {{ .port }} }
{{- if .root.Values.linkerd.enabled }}
- { protocol: TCP, port: 4143 }
{{- end }}
{{- end -}}

{{/* A rule that lets traffic come from, or go to, a component on a port. Takes root, direction, component, port. */}}
{{- define "faultline.arrow" -}}
- {{ .direction }}:
    - {{- include "faultline.peer" . | nindent 6 }}
  ports:
    {{- include "faultline.ports" . | nindent 4 }}
{{- end -}}

{{/* Lets a pod look up names. OpenShift's DNS listens on 5353, and its network goes by the ports of pods. */}}
{{- define "faultline.names" -}}
- ports:
    - { protocol: UDP, port: 53 }
    - { protocol: TCP, port: 53 }
    - { protocol: UDP, port: 5353 }
    - { protocol: TCP, port: 5353 }
{{- end -}}

{{/* Lets a pod's proxy, if it has one, reach Linkerd's control plane, in whichever namespace that is. */}}
{{- define "faultline.toControlPlane" -}}
{{- if .Values.linkerd.enabled -}}
- to:
    - namespaceSelector: {}
      podSelector:
        matchExpressions: [{ key: linkerd.io/control-plane-component, operator: Exists }]
{{- end }}
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

{{/* Lets a pod reach an address outside of the release. Takes root, url, and peers (anywhere if none). */}}
{{- define "faultline.outwards" -}}
- {{ with .peers }}to:
    {{- toYaml . | nindent 4 }}
  {{ end -}}
  ports:
    {{- include "faultline.ports" (dict "root" .root "port" (include "faultline.portOf" .url)) | nindent 4 }}
{{- end -}}

{{/* Lets the load send its results, if it does: to where the values say, or else to the lgtm pod. */}}
{{- define "faultline.toResults" -}}
{{- with .Values.load.remoteWriteUrl -}}
{{- include "faultline.outwards" (dict "root" $ "url" . "peers" $.Values.networkPolicy.telemetryTo) -}}
{{- else -}}
{{- if .Values.observability.lgtm.enabled -}}
{{- include "faultline.arrow" (dict "root" . "direction" "to" "component" "lgtm" "port" 9090) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Lets those scrape who may, by the values. Takes the root. */}}
{{- define "faultline.fromMonitoring" -}}
{{- /* Without peers a rule would let everybody in. */ -}}
{{- with .Values.networkPolicy.metricsFrom -}}
- ports:
    {{- include "faultline.ports" (dict "root" $ "port" 9090) | nindent 4 }}
    {{- if $.Values.linkerd.enabled }}
    # The proxy's own.
    - { protocol: TCP, port: 4191 }
    {{- end }}
  from:
    {{- toYaml . | nindent 4 }}
{{- end -}}
{{- end -}}

{{/* Lets a pod reach stores. Takes root, stores (their names). */}}
{{- define "faultline.toStores" -}}
{{- $topology := include "faultline.topology" .root | fromJson -}}
{{- $rules := list -}}
{{- $elsewhere := false -}}
{{- range .stores -}}
{{- if (include "faultline.store" (dict "root" $.root "name" .) | fromJson).external -}}
{{- $elsewhere = true -}}
{{- else -}}
{{- $port := include "faultline.storePort" (index $topology.stores .) -}}
{{- $rules = append $rules (include "faultline.arrow" (dict "root" $.root "direction" "to" "component" . "port" $port)) -}}
{{- end -}}
{{- end -}}
{{- if $elsewhere -}}
{{- /* On any port: that of an external store stands in a Secret. */ -}}
{{- $peers := .root.Values.networkPolicy.storesTo -}}
{{- $rules = append $rules (list (ternary (dict "to" $peers) dict (not (empty $peers))) | toYaml) -}}
{{- end -}}
{{- join "\n" $rules -}}
{{- end -}}
