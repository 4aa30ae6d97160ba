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

{{/* The settings of a fault, with defaults, as JSON; fails on one out of bounds. Takes root, key. */}}
{{- define "faultline.settings" -}}
{{- $key := .key -}}
{{- $given := deepCopy (index .root.Values.faultSettings .key | default dict) -}}
{{- $specs := (index (include "faultline.catalogue" .root | fromJson) .key).settings -}}
{{- with include "faultline.share" (dict "key" $key "switch" (index .root.Values.faults $key | default false) "rate" (index $specs "rate")) -}}
{{- $_ := set $given "rate" (float64 .) -}}
{{- end -}}
{{- $settings := dict -}}
{{- range $name, $spec := $specs -}}
{{- $value := index $given $name -}}
{{- if kindIs "invalid" $value }}{{ $value = $spec.default }}{{ end -}}
{{- if not (kindIs "invalid" $value) -}}
{{- $written := include "faultline.text" $value -}}
{{- if $spec.milliseconds }}{{ $value = include "faultline.milliseconds" (dict "value" $value) | int64 }}{{ end -}}
{{- if hasKey $spec "minimum" -}}
{{- if or (lt (float64 $value) (float64 $spec.minimum)) (gt (float64 $value) (float64 $spec.maximum)) -}}
{{- $bounds := list (include "faultline.text" $spec.minimum) (include "faultline.text" $spec.maximum) -}}
{{- if $spec.milliseconds }}{{ $bounds = list (include "faultline.writtenDuration" $spec.minimum) (include "faultline.writtenDuration" $spec.maximum) }}{{ end -}}
{{- fail (printf "faultSettings.%s.%s must be from %s to %s, not %s" $key $name (first $bounds) (last $bounds) $written) -}}
{{- end -}}
{{- end -}}
{{- $_ := set $settings $name $value -}}
{{- end -}}
{{- end -}}
{{- toJson $settings -}}
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
{{- if and (hasKey $earlier "until") (eq (toJson $earlier.settings) (toJson $fault.settings)) }}{{ $until = int64 $earlier.until }}{{ end -}}
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

{{/* When a fault that is on applies, in flagd's targeting rules, as JSON. Takes key, settings, until. */}}
{{- define "faultline.targeting" -}}
{{- $conditions := list -}}
{{- with .until }}{{ $conditions = append $conditions (dict "<" (list (dict "var" "$flagd.timestamp") (int64 .))) }}{{ end -}}
{{- range $name := list "version" "session" "product" -}}
{{- with index $.settings $name }}{{ $conditions = append $conditions (dict "==" (list (dict "var" $name) .)) }}{{ end -}}
{{- end -}}
{{- $condition := true -}}
{{- if $conditions }}{{ $condition = dict "and" $conditions }}{{ end -}}
{{- $then := "on" -}}
{{- with .settings.rate -}}
{{- if lt (float64 .) 100.0 -}}
{{- $weight := round (mulf . 10) 0 | int64 -}}
{{- $then = dict "fractional" (list (dict "cat" (list $.key (dict "var" "targetingKey"))) (list "on" $weight) (list "off" (sub 1000 $weight))) -}}
{{- end -}}
{{- end -}}
{{- dict "if" (list $condition $then "off") | toJson -}}
{{- end -}}

{{/* The flagd file, as JSON. Takes root, switched. */}}
{{- define "faultline.flags" -}}
{{- $flags := dict -}}
{{- range $key, $_ := include "faultline.catalogue" .root | fromJson -}}
{{- $flag := dict "state" "ENABLED" "variants" (dict "off" dict "on" dict) "defaultVariant" "off" -}}
{{- with index $.switched $key -}}
{{- $metadata := pick .settings "version" "session" -}}
{{- with .until }}{{ $_ := set $metadata "until" (int64 .) }}{{ end -}}
{{- $_ := set $flag.variants "on" (omit .settings "for" "version" "session") -}}
{{- $_ := set $flag "targeting" (include "faultline.targeting" (dict "key" $key "settings" .settings "until" .until) | fromJson) -}}
{{- $_ := set $flag "metadata" $metadata -}}
{{- end -}}
{{- $_ := set $flags $key $flag -}}
{{- end -}}
{{- dict "$schema" "https://flagd.dev/schema/v0/flags.json" "flags" $flags | toPrettyJson -}}
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
      image: {{ include "faultline.image" (dict "root" .root "name" "web-gateway" "tag" (index .root.Values.services "web-gateway").tag) }}
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
