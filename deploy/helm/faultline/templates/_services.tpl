{{/* The values of a service, as JSON. Takes root, name. */}}
{{- define "faultline.service" -}}
{{- $all := .root.Values -}}
{{- mergeOverwrite (deepCopy $all.podDefaults) (deepCopy $all.serviceDefaults) (deepCopy (index $all.services .name | default dict)) | toJson -}}
{{- end -}}

{{/* The version of a service. Takes root, values. */}}
{{- define "faultline.version" -}}
{{- .values.tag | default .root.Values.image.tag | default .root.Chart.AppVersion -}}
{{- end -}}

{{/* Proxies whose X-Forwarded-For the public door believes: those of the cluster, where clients come through one, and
our own shoppers. */}}
{{- define "faultline.trustedProxies" -}}
{{- $values := .Values -}}
{{- if kindIs "string" $values.web.trustProxy -}}
{{- $values.web.trustProxy -}}
{{- else if or (eq $values.web.type "ClusterIP") $values.ingress.enabled $values.httpRoute.enabled $values.load.enabled $values.load.schedule $values.load.testRun.enabled -}}
loopback,linklocal,uniquelocal
{{- end -}}
{{- end -}}

{{/* The values of a service that no other has, under its name, as JSON. Takes root, name. */}}
{{- define "faultline.ownValues" -}}
{{- index .root.Values .name | default dict | toJson -}}
{{- end -}}

{{/* Where a party outside the system is, if the values say so. Takes root, name (of the service), external. */}}
{{- define "faultline.externalUrl" -}}
{{- index (include "faultline.ownValues" . | fromJson) .external.chartValue | default "" -}}
{{- end -}}

{{/* The variables of a service that the chart relies on, as JSON. Takes root, name, values. */}}
{{- define "faultline.fixedVariables" -}}
{{- $root := .root -}}
{{- $topology := include "faultline.topology" $root | fromJson -}}
{{- $spec := index $topology.services .name -}}
{{- $variables := dict
  "PORT" "8080"
  "ADMIN_PORT" "9090"
  "DRAIN_MS" (mul 1000 (int .values.drainSeconds) | toString)
  "FAULTS_FILE" "/etc/faultline/faults.yaml"
  "OTEL_SERVICE_NAME" .name
  "SERVICE_NAMESPACE" (include "faultline.installation" $root)
  "SERVICE_VERSION" (include "faultline.version" .)
-}}
{{- range $name, $path := dict "K8S_POD_NAME" "metadata.name" "K8S_NODE_NAME" "spec.nodeName" "K8S_NAMESPACE_NAME" "metadata.namespace" -}}
{{- $_ := set $variables $name (dict "valueFrom" (dict "fieldRef" (dict "fieldPath" $path))) -}}
{{- end -}}
{{- range $spec.calls -}}
{{- $_ := set $variables (index $topology.services .).urlVariable (printf "http://%s-%s:8080" (include "faultline.fullname" $root) .) -}}
{{- end -}}
{{- range $spec.stores -}}
{{- $secret := include "faultline.storeSecret" (dict "root" $root "name" .) -}}
{{- $_ := set $variables (index $topology.stores .).urlVariable (include "faultline.fromSecret" (dict "name" $secret "key" "url") | fromJson) -}}
{{- end -}}
{{- with include "faultline.poolSize" . }}{{ $_ := set $variables "DATABASE_POOL_SIZE" . }}{{ end -}}
{{- if $spec.limitsRate -}}
{{- $_ := set $variables "RATE_LIMIT_PODS" (include "faultline.leastPods" . | int | max 1 | toString) -}}
{{- end -}}
{{- range $spec.secrets -}}
{{- $_ := set $variables .variable (include "faultline.fromSecret" (dict "name" (include "faultline.serviceSecret" $) "key" .key) | fromJson) -}}
{{- end -}}
{{- mergeOverwrite $variables (include "faultline.serviceHeaderVariables" $root | fromJson) | toJson -}}
{{- end -}}

{{/* The variables that the chart proposes, and `env` may change, as JSON. Takes root, name, values. */}}
{{- define "faultline.proposedVariables" -}}
{{- $all := .root.Values -}}
{{- $spec := index (include "faultline.topology" .root | fromJson).services .name -}}
{{- $variables := dict
  "LOG_LEVEL" $all.logLevel
  "DEPLOYMENT_ENVIRONMENT" $all.environment
  "OTEL_TRACES_SAMPLER" $all.telemetry.sampler
-}}
{{- $variables = mergeOverwrite $variables (include "faultline.exportVariables" .root | fromJson) -}}
{{- with $all.telemetry.samplerArgument }}{{ $_ := set $variables "OTEL_TRACES_SAMPLER_ARG" (toString .) }}{{ end -}}
{{- with $all.telemetry.pyroscopeUrl }}{{ $_ := set $variables "PYROSCOPE_URL" . }}{{ end -}}
{{- range $external := $spec.externals -}}
{{- with include "faultline.externalUrl" (dict "root" $.root "name" $.name "external" $external) }}{{ $_ := set $variables $external.urlVariable . }}{{ end -}}
{{- end -}}
{{- if eq .name (include "faultline.entry" .root) -}}
{{- with include "faultline.trustedProxies" .root }}{{ $_ := set $variables "TRUST_PROXY" . }}{{ end -}}
{{- end -}}
{{- toJson $variables -}}
{{- end -}}

{{/* The names of a service's Service that have a dot, with the hosts that the user allows besides: nothing where the
service is open under any name, as the public door is. Takes root, name, values. */}}
{{- define "faultline.allowedHosts" -}}
{{- $allowed := .values.env.ALLOWED_HOSTS -}}
{{- if or $allowed (ne .name (include "faultline.entry" .root)) -}}
{{- $own := printf "%s-%s.%s" (include "faultline.fullname" .root) .name .root.Release.Namespace -}}
{{- $domain := .root.Values.linkerd.clusterDomain -}}
{{- list $own (printf "%s.svc" $own) (printf "%s.svc.%s" $own $domain) $allowed | compact | join "," -}}
{{- end -}}
{{- end -}}

{{/* `env` and `envFrom` of a service's containers. Takes root, name, values. */}}
{{- define "faultline.serviceEnvironment" -}}
{{- $values := deepCopy .values -}}
{{- if not (kindIs "map" $values.env.ALLOWED_HOSTS) -}}
{{- with include "faultline.allowedHosts" . }}{{ $_ := set $values.env "ALLOWED_HOSTS" . }}{{ end -}}
{{- end -}}
{{- $fixed := include "faultline.fixedVariables" . | fromJson -}}
{{- $proposed := include "faultline.proposedVariables" . | fromJson -}}
{{- include "faultline.environment" (dict "root" .root "fixed" $fixed "proposed" $proposed "values" $values "path" (printf "services.%s" .name)) -}}
{{- end -}}

{{/* How many pods there are at least, those of a canary included. Takes values. */}}
{{- define "faultline.leastPods" -}}
{{- if .values.autoscaling.enabled }}{{ .values.autoscaling.minReplicas }}{{ else }}{{ include "faultline.fixedPods" . }}{{ end -}}
{{- end -}}

{{/* How many pods there are without an autoscaler: a canary has its pods instead of the stable version, so that their sum,
of which the pods' settings are made, stays the same. Takes values. */}}
{{- define "faultline.fixedPods" -}}
{{- add (int .values.replicas) (ternary (int .values.canary.replicas) 0 (not (empty .values.canary.tag))) -}}
{{- end -}}

{{/* Annotations of a pod that takes part in the mesh, as JSON. */}}
{{- define "faultline.meshed" -}}
{{- if .Values.linkerd.enabled -}}
{{- /* A proxy that reads the whole of a PostgreSQL or Redis connection would hold it up. */ -}}
{{- dict "linkerd.io/inject" "enabled" "config.linkerd.io/opaque-ports" "5432,6379" | toJson -}}
{{- else -}}
{}
{{- end -}}
{{- end -}}
