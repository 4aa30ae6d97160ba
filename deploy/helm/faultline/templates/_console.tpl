{{/* The values of the console's pod, as JSON. */}}
{{- define "faultline.consoleValues" -}}
{{- mergeOverwrite (deepCopy .Values.podDefaults) (deepCopy .Values.console) | mergeOverwrite (include "faultline.storeVariables" . | fromJson) | toJson -}}
{{- end -}}

{{/* The Secret with the console's token. */}}
{{- define "faultline.consoleSecret" -}}
{{- .Values.console.existingSecret | default (printf "%s-console" (include "faultline.fullname" .)) -}}
{{- end -}}

{{/* What the console watches: each service with the addresses of its pods, of which a headless Service has one each. */}}
{{- define "faultline.watchedServices" -}}
{{- $fullname := include "faultline.fullname" . -}}
{{- $watched := list -}}
{{- range $name, $_ := (include "faultline.topology" . | fromJson).services -}}
{{- $watched = append $watched (dict "name" $name "url" (printf "http://%s-%s:%s" $fullname $name (include "faultline.publicPort" (dict "root" $ "name" $name))) "adminUrl" (printf "http://%s-%s-pods:9090" $fullname $name)) -}}
{{- end -}}
{{- toJson $watched -}}
{{- end -}}

{{/* The port of a service's Service. Takes root, name. */}}
{{- define "faultline.publicPort" -}}
{{- if eq .name (include "faultline.entry" .root) }}{{ .root.Values.web.port }}{{ else }}8080{{ end -}}
{{- end -}}

{{/* The variables of the console that the chart relies on, as JSON. */}}
{{- define "faultline.consoleVariables" -}}
{{- $name := printf "%s-console" (include "faultline.fullname" .) -}}
{{- $full := printf "%s.%s" $name .Release.Namespace -}}
{{- dict
  "HOST" "0.0.0.0"
  "PORT" "8080"
  "ADMIN_PORT" "9090"
  "INTAKE_PORT" "4318"
  "CONSOLE_DIRECTORY" "/data"
  "CONSOLE_SERVICES" (include "faultline.watchedServices" .)
  "CONSOLE_FAULTS" "read-only"
  "CONSOLE_MAX_BYTES" (include "faultline.text" .Values.console.maxBytes)
  "CONSOLE_RETENTION_HOURS" (include "faultline.text" .Values.console.retentionHours)
  "CONSOLE_TOKEN" (include "faultline.fromSecret" (dict "name" (include "faultline.consoleSecret" .) "key" "token") | fromJson)
  "FAULTS_FILE" "/etc/faultline/faults.yaml"
  "OTEL_SERVICE_NAME" "console"
  "SERVICE_NAMESPACE" (include "faultline.installation" .)
  "SERVICE_VERSION" (include "faultline.version" (dict "root" . "values" .Values.console))
  "ALLOWED_HOSTS" (list $full (printf "%s.svc" $full) (printf "%s.svc.%s" $full .Values.linkerd.clusterDomain) .Values.console.env.ALLOWED_HOSTS | compact | join ",")
| mergeOverwrite (include "faultline.storeVariables" . | fromJson) | toJson -}}
{{- end -}}

{{/* The variable with the URL of a store. Takes its name. */}}
{{- define "faultline.storeVariable" -}}
{{- printf "%s_URL" (. | upper | replace "-" "_") -}}
{{- end -}}

{{/* The names of the stores that the console watches, as a JSON list. */}}
{{- define "faultline.watchedStores" -}}
{{- ternary (keys (include "faultline.topology" . | fromJson).stores | sortAlpha) list .Values.console.stores | toJson -}}
{{- end -}}

{{/* How the console reaches the stores, as JSON: a variable each, to which the list of all refers. */}}
{{- define "faultline.storeVariables" -}}
{{- $variables := dict -}}
{{- range $name := include "faultline.watchedStores" . | fromJsonArray -}}
{{- $secret := include "faultline.storeSecret" (dict "root" $ "name" $name) -}}
{{- $_ := set $variables (include "faultline.storeVariable" $name) (include "faultline.fromSecret" (dict "name" $secret "key" "url") | fromJson) -}}
{{- end -}}
{{- toJson $variables -}}
{{- end -}}

{{/* The list of all that the console watches, as JSON. */}}
{{- define "faultline.storeList" -}}
{{- $watched := list -}}
{{- range $name := include "faultline.watchedStores" . | fromJsonArray -}}
{{- $watched = append $watched (dict "name" $name "url" (printf "$(%s)" (include "faultline.storeVariable" $name))) -}}
{{- end -}}
{{- toJson $watched -}}
{{- end -}}
