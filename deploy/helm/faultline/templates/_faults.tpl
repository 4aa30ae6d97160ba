{{/* The catalogue of faults as data. */}}
{{- define "faultline.catalogue" -}}
{{- .Files.Get "files/faults.json" -}}
{{- end -}}

{{/* A setting in milliseconds: a number, or text such as `5m`, `30s`, `300ms`. Takes value. */}}
{{- define "faultline.milliseconds" -}}
{{- if kindIs "string" .value -}}
{{- $units := dict "ms" 1 "s" 1000 "m" 60000 "h" 3600000 -}}
{{- $unit := regexFind "[a-z]+$" .value -}}
{{- mul (regexFind "^[0-9]+" .value | int64) (index $units $unit) -}}
{{- else -}}
{{- int64 .value -}}
{{- end -}}
{{- end -}}

{{/* Milliseconds as people write them: `5m`, `1s`. */}}
{{- define "faultline.writtenDuration" -}}
{{- $milliseconds := int64 . -}}
{{- if eq (mod $milliseconds 3600000) 0 }}{{ div $milliseconds 3600000 }}h
{{- else if eq (mod $milliseconds 60000) 0 }}{{ div $milliseconds 60000 }}m
{{- else if eq (mod $milliseconds 1000) 0 }}{{ div $milliseconds 1000 }}s
{{- else }}{{ $milliseconds }}ms
{{- end -}}
{{- end -}}

{{/* The share of requests in a switch such as `25%`, in percent; nothing for true and false. Fails on all else. Takes
key, switch, rate (the bounds, if the fault has a rate). */}}
{{- define "faultline.share" -}}
{{- $path := printf "faults.%s" .key -}}
{{- $switch := .switch -}}
{{- if not (kindIs "bool" $switch) -}}
{{- $text := include "faultline.text" $switch -}}
{{- if not .rate }}{{ fail (printf "%s is true or false, not %s: it has no share of the requests" $path $text) }}{{ end -}}
{{- if regexMatch "^[0-9]+([.][0-9]+)?$" $text }}{{ fail (printf "%s is true, false or a share of the requests: write %s%% instead of %s" $path $text $text) }}{{ end -}}
{{- if not (regexMatch "^[0-9]+([.][0-9]+)?%$" $text) }}{{ fail (printf "%s is true, false or a share of the requests such as 25%%, not %s" $path $text) }}{{ end -}}
{{- $share := trimSuffix "%" $text | float64 -}}
{{- if or (lt $share (float64 .rate.minimum)) (gt $share (float64 .rate.maximum)) -}}
{{- fail (printf "%s must be from %v%% to %v%%, not %s; false switches it off" $path .rate.minimum .rate.maximum $text) -}}
{{- end -}}
{{- $share -}}
{{- end -}}
{{- end -}}

{{/* The settings that were given to a fault, as JSON: durations in milliseconds, and `for` also where only the catalogue has
one; fails on a duration out of bounds. The schema of the values sees to all else. Takes root, key. */}}
{{- define "faultline.settings" -}}
{{- $key := .key -}}
{{- $spec := index (include "faultline.catalogue" .root | fromJson) .key -}}
{{- $settings := deepCopy (index .root.Values.faultSettings .key | default dict) -}}
{{- with include "faultline.share" (dict "key" $key "switch" (index .root.Values.faults $key | default false) "rate" $spec.rate) -}}
{{- $_ := set $settings "rate" (float64 .) -}}
{{- end -}}
{{- range $name, $bounds := $spec.durations -}}
{{- with $bounds.formerly -}}
{{- if not (kindIs "invalid" (index $settings .)) -}}
{{- if hasKey $settings $name }}{{ fail (printf "faultSettings.%s.%s is now called %s: give one of them" $key . $name) }}{{ end -}}
{{- $_ := set $settings $name (index $settings .) -}}
{{- end -}}
{{- $_ := unset $settings . -}}
{{- end -}}
{{- $value := index $settings $name -}}
{{- if kindIs "invalid" $value }}{{ $value = $bounds.default }}{{ end -}}
{{- if not (kindIs "invalid" $value) -}}
{{- $written := include "faultline.text" $value -}}
{{- $value = include "faultline.milliseconds" (dict "value" $value) | int64 -}}
{{- if or (lt (float64 $value) (float64 $bounds.minimum)) (gt (float64 $value) (float64 $bounds.maximum)) -}}
{{- fail (printf "faultSettings.%s.%s must be from %s to %s, not %s" $key $name (include "faultline.writtenDuration" $bounds.minimum) (include "faultline.writtenDuration" $bounds.maximum) $written) -}}
{{- end -}}
{{- $_ := set $settings $name $value -}}
{{- end -}}
{{- end -}}
{{- $given := dict -}}
{{- range $name, $value := $settings }}{{ if not (kindIs "invalid" $value) }}{{ $_ := set $given $name $value }}{{ end }}{{ end -}}
{{- toJson $given -}}
{{- end -}}

{{/* What is on, as JSON: by key its settings, and until when (seconds since 1970) where it ends by itself. The end
of what is on already stays where it was. */}}
{{- define "faultline.switched" -}}
{{- $name := printf "%s-faults" (include "faultline.fullname" .) -}}
{{- $found := lookup "v1" "ConfigMap" .Release.Namespace $name | default dict -}}
{{- $before := dig "metadata" "annotations" "faultline.dev/switched" "{}" $found | fromJson -}}
{{- $switched := dict -}}
{{- range $key, $_ := include "faultline.catalogue" . | fromJson -}}
{{- /* Those of a fault that is off are checked, too. */ -}}
{{- $fault := dict "settings" (include "faultline.settings" (dict "root" $ "key" $key) | fromJson) -}}
{{- if index $.Values.faults $key -}}
{{- with $fault.settings.for -}}
{{- $earlier := index $before $key | default dict -}}
{{- $until := add (now | unixEpoch | int64) (div (add (int64 .) 999) 1000) -}}
{{- /* An earlier chart kept the defaults, too. */ -}}
{{- $same := hasKey $earlier "until" -}}
{{- range $name, $value := $fault.settings }}{{ if ne (toJson $value) (toJson (index ($earlier.settings | default dict) $name)) }}{{ $same = false }}{{ end }}{{ end -}}
{{- if $same }}{{ $until = int64 $earlier.until }}{{ end -}}
{{- $_ := set $fault "until" $until -}}
{{- end -}}
{{- $_ := set $switched $key $fault -}}
{{- end -}}
{{- end -}}
{{- toJson $switched -}}
{{- end -}}

{{/* While a fault takes all pods of a service away: seconds since 1970 at which they come back by themselves, or
`never`; else nothing. Looks into the cluster only for a service with such a fault on. Takes root, name. */}}
{{- define "faultline.gone" -}}
{{- $root := .root -}}
{{- $name := .name -}}
{{- range $key, $spec := include "faultline.catalogue" $root | fromJson -}}
{{- if and (eq $spec.scope "process") (eq $spec.service $name) (index $root.Values.faults $key) -}}
{{- $until := dig $key "until" 0 (include "faultline.switched" $root | fromJson) | int64 -}}
{{- if eq $until 0 }}never{{ else if gt $until (now | unixEpoch | int64) }}{{ $until }}{{ end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* The moment at which a service's pods come back by themselves, if there is one. Takes root, name. */}}
{{- define "faultline.backAt" -}}
{{- include "faultline.gone" . | replace "never" "" -}}
{{- end -}}

{{/* The list of the faults that are on, for the services: what was given, and when it ends. Takes switched. */}}
{{- define "faultline.faultFile" -}}
{{- $list := dict -}}
{{- range $key, $fault := .switched -}}
{{- $entry := omit $fault.settings "for" -}}
{{- with $fault.until }}{{ $_ := set $entry "until" (dateInZone "2006-01-02T15:04:05Z" (int64 .) "UTC") }}{{ end -}}
{{- $_ := set $list $key $entry -}}
{{- end -}}
{{- toYaml $list -}}
{{- end -}}

{{/* Services whose pods a fault may take away, as a JSON list. */}}
{{- define "faultline.removable" -}}
{{- $names := list -}}
{{- range include "faultline.catalogue" . | fromJson -}}
{{- if eq .scope "process" }}{{ $names = append $names .service }}{{ end -}}
{{- end -}}
{{- uniq $names | toJson -}}
{{- end -}}

{{/* Those of them whose pods a job may have to bring back, or keep the autoscaler from doing so, as a JSON list. */}}
{{- define "faultline.restorable" -}}
{{- $names := list -}}
{{- range include "faultline.removable" . | fromJsonArray -}}
{{- $values := include "faultline.service" (dict "root" $ "name" .) | fromJson -}}
{{- if or $values.autoscaling.enabled (include "faultline.backAt" (dict "root" $ "name" .)) }}{{ $names = append $names . }}{{ end -}}
{{- end -}}
{{- toJson $names -}}
{{- end -}}

{{/* The values of the pods of our jobs, as JSON. */}}
{{- define "faultline.jobValues" -}}
{{- mergeOverwrite (deepCopy .Values.podDefaults) (deepCopy .Values.faultJobs) | toJson -}}
{{- end -}}

{{/* The pod of a job that runs one of our scripts on the Kubernetes API. Takes root, account, script, variables. */}}
{{- define "faultline.scriptPod" -}}
{{- $entry := include "faultline.entry" .root -}}
{{- $values := include "faultline.jobValues" .root | fromJson -}}
{{- $fixed := merge (dict "NAMESPACE" .root.Release.Namespace "NODE_EXTRA_CA_CERTS" "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt") .variables -}}
metadata:
  {{- /* A proxy would outlive the script. */}}
  {{- include "faultline.podMetadata" (dict "root" .root "component" "faults" "values" $values "annotations" (dict "linkerd.io/inject" "disabled")) | nindent 2 }}
spec:
  automountServiceAccountToken: true
  {{- include "faultline.podSettings" (dict "root" .root "account" .account "user" 1000 "values" $values) | nindent 2 }}
  restartPolicy: OnFailure
  containers:
    - name: script
      # An image that is on the nodes already, for the Node.js in it.
      image: {{ include "faultline.image" (dict "root" .root "name" $entry "tag" (index .root.Values.services $entry).tag "digest" (index .root.Values.services $entry).digest) }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      command: [node, /opt/faultline/{{ .script }}]
      {{- include "faultline.environment" (dict "root" .root "fixed" $fixed "values" $values "path" "faultJobs") | nindent 6 }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      securityContext:
        {{- include "faultline.containerSecurity" (dict "values" $values) | nindent 8 }}
      {{- include "faultline.mounts" (dict "mounts" (list (dict "name" "scripts" "mountPath" "/opt/faultline" "readOnly" true)) "values" $values) | nindent 6 }}
  {{- $scripts := dict "name" "scripts" "configMap" (dict "name" (printf "%s-faults-scripts" (include "faultline.fullname" .root))) }}
  {{- include "faultline.volumes" (dict "volumes" (list $scripts) "values" $values) | nindent 2 }}
{{- end -}}
