{{/* What is wrong with the values and the schema cannot say, a sentence a line: what the API server would refuse in the
middle of an upgrade, or a pod afterwards. */}}
{{- define "faultline.problems" -}}
{{- $topology := include "faultline.topology" . | fromJson -}}
{{- include "faultline.problemsOfNames" . -}}
{{- include "faultline.problemsOfTheDoor" . -}}
{{- include "faultline.problemsOfAnalysis" . -}}
{{- range $name, $_ := $topology.services }}
{{- $values := include "faultline.service" (dict "root" $ "name" $name) | fromJson }}
{{- $path := printf "services.%s" $name }}
{{- with $values.autoscaling }}
{{- if and .enabled (gt (int .minReplicas) (int .maxReplicas)) }}
{{ $path }}.autoscaling: minReplicas, {{ .minReplicas }}, is more than maxReplicas, {{ .maxReplicas }}
{{- end }}
{{- end }}
{{- include "faultline.problemsOfRollout" (dict "root" $ "name" $name "path" $path "values" $values) }}
{{- include "faultline.problemsOfPod" (dict "path" $path "values" $values "resources" $values.resources "taken" (list "faults")) }}
{{- end }}
{{- range $name, $spec := $topology.stores }}
{{- $values := include "faultline.store" (dict "root" $ "name" $name) | fromJson }}
{{- $path := printf "stores.%s" $name }}
{{- if and $values.external (not $values.existingSecret) }}
{{ $path }}.existingSecret must name the Secret with its url, since the store runs elsewhere
{{- end }}
{{- if not $values.external }}
{{- with $spec.replicaOf }}
{{- if (include "faultline.store" (dict "root" $ "name" .) | fromJson).external }}
{{ $path }}.external must be true, too, since {{ . }} runs elsewhere
{{- end }}
{{- end }}
{{- include "faultline.problemsOfPod" (dict "path" $path "values" $values "resources" (index $.Values $spec.engine).resources "resourcesPath" $spec.engine "taken" (ternary (list "data" "scratch" "scripts") (list "data" "scripts") (eq $spec.engine "postgresql"))) }}
{{- include "faultline.problemsOfVolume" (dict "root" $ "name" $name "path" $path "values" $values "replica" $spec.replicaOf) }}
{{- if eq $spec.engine "redis" }}
{{ include "faultline.redisConnectionsProblem" (dict "root" $ "store" $name) }}
{{- end }}
{{- end }}
{{- end }}
{{- $load := include "faultline.loadValues" . | fromJson }}
{{- include "faultline.problemsOfPod" (dict "path" "load" "values" $load "resources" $load.resources "taken" (list "scratch") "mountable" list) }}
{{- $jobs := include "faultline.jobValues" . | fromJson }}
{{- include "faultline.problemsOfPod" (dict "path" "faultJobs" "values" $jobs "resources" $jobs.resources "taken" (list "scripts")) }}
{{- include "faultline.problemsOfJobAccount" . -}}
{{- include "faultline.problemsOfCollector" . -}}
{{- include "faultline.problemsOfPod" (dict "path" "observability.lgtm" "values" dict "resources" .Values.observability.lgtm.resources) }}
{{- range $engine, $known := .Files.Get "files/store-settings.json" | fromJson }}
{{- range $name, $_ := (index $.Values $engine).settings }}
{{- if not (or (has $name $known) (and (eq $engine "postgresql") (contains "." $name))) }}
{{ $engine }}.settings.{{ $name }} is no setting of the server, or one that the chart sets itself
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.load.schedule }}
{{- if not (regexMatch (include "faultline.cronPattern" .) .) }}
load.schedule is a time as of cron, such as `*/30 * * * *`, not {{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{/* A name of the internet's: lower case, dots, no protocol, no port. */}}
{{- define "faultline.hostPattern" -}}
^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$
{{- end -}}

{{- define "faultline.problemsOfNames" -}}
{{- $repository := .Values.image.repository -}}
{{- if not (regexMatch "^[a-zA-Z0-9][a-zA-Z0-9.-]*(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)*/?$" $repository) }}
image.repository is what stands before `/{{ include "faultline.entry" . }}`, such as `ghcr.io/acme/faultline`: no https://, no blank, no tag; not {{ $repository }}
{{- end }}
{{- $fullname := include "faultline.fullname" . }}
{{- range $name, $_ := (include "faultline.topology" . | fromJson).services }}
{{- $found := lookup "apps/v1" "Deployment" $.Release.Namespace (printf "%s-%s" $fullname $name) | default dict }}
{{- $before := dig "spec" "selector" "matchLabels" "app.kubernetes.io/name" "" $found }}
{{- if and $before (ne $before (include "faultline.name" $)) }}
nameOverride cannot become {{ include "faultline.name" $ }}: the pods of {{ $fullname }}-{{ $name }} are found by the name {{ $before }}; give another fullnameOverride, too
{{- end }}
{{- end }}
{{- end -}}

{{- define "faultline.problemsOfTheDoor" -}}
{{- $web := .Values.web -}}
{{- if $web.nodePort }}
{{- if eq $web.type "ClusterIP" }}
web.nodePort, {{ $web.nodePort }}, needs web.type to be NodePort or LoadBalancer
{{- end }}
{{- $range := splitList "-" $web.nodePortRange }}
{{- if or (lt (int $web.nodePort) (first $range | int)) (gt (int $web.nodePort) (last $range | int)) }}
web.nodePort must be from {{ first $range }} to {{ last $range }}, the ports that a cluster gives out (web.nodePortRange), not {{ $web.nodePort }}
{{- end }}
{{- end }}
{{- if and $web.externalTrafficPolicy (eq $web.type "ClusterIP") }}
web.externalTrafficPolicy needs web.type to be NodePort or LoadBalancer
{{- end }}
{{- if and (or $web.loadBalancerClass $web.loadBalancerSourceRanges) (ne $web.type "LoadBalancer") }}
web.loadBalancerClass and web.loadBalancerSourceRanges need web.type to be LoadBalancer
{{- end }}
{{- if and (gt (len .Values.ipFamilies) 1) (eq (.Values.ipFamilyPolicy | default "SingleStack") "SingleStack") }}
ipFamilies may name two only where ipFamilyPolicy is PreferDualStack or RequireDualStack
{{- end }}
{{- with lookup "v1" "Service" .Release.Namespace (printf "%s-%s" (include "faultline.fullname" .) (include "faultline.entry" .)) }}
{{- $family := dig "ipFamilies" list .spec | first | default "" }}
{{- if and $.Values.ipFamilies (ne $family (first $.Values.ipFamilies)) }}
ipFamilies must go on beginning with {{ $family }}: Kubernetes keeps the first for as long as a Service lives
{{- end }}
{{- $class := dig "loadBalancerClass" "" .spec }}
{{- if and (eq $web.type "LoadBalancer") (eq .spec.type "LoadBalancer") (ne $class $web.loadBalancerClass) }}
web.loadBalancerClass cannot change while web.type is LoadBalancer; take another type in between
{{- end }}
{{- end }}
{{- with .Values.ingress }}
{{- if and .enabled (not (regexMatch (include "faultline.hostPattern" $) (trimPrefix "*." .host))) }}
ingress.host is a name such as `shop.example.com`, without https://, port and path, not {{ .host }}
{{- end }}
{{- end }}
{{- with .Values.httpRoute }}
{{- if and .enabled (not .parentRefs) }}
httpRoute.parentRefs must name a Gateway
{{- end }}
{{- range .hostnames }}
{{- if not (regexMatch (include "faultline.hostPattern" $) (trimPrefix "*." .)) }}
httpRoute.hostnames are names such as `shop.example.com`, without https://, port and path, not {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Takes path, values, resources, where those are (the path, if not given), taken: our names of volumes, and mountable:
those of them that each of these pods has (all, if not given). */}}
{{- define "faultline.problemsOfPod" -}}
{{- range $amount := list "cpu" "memory" "ephemeral-storage" }}
{{- $request := dig "requests" $amount nil $.resources }}
{{- $limit := dig "limits" $amount nil $.resources }}
{{- if and (not (kindIs "invalid" $request)) (not (kindIs "invalid" $limit)) }}
{{- if lt (include "faultline.amount" $limit | float64) (include "faultline.amount" $request | float64) }}
{{ $.resourcesPath | default $.path }}.resources.limits.{{ $amount }}, {{ $limit }}, is less than the request, {{ $request }}
{{- end }}
{{- end }}
{{- end }}
{{- range $label := list "name" "instance" "component" }}
{{- if hasKey ($.values.podLabels | default dict) (printf "app.kubernetes.io/%s" $label) }}
{{ $.path }}.podLabels cannot change app.kubernetes.io/{{ $label }}, by which the chart finds its pods
{{- end }}
{{- end }}
{{- range $volume := $.values.extraVolumes }}
{{- if has $volume.name $.taken }}
{{ $.path }}.extraVolumes: {{ $volume.name }} is a volume of the chart's; give yours another name
{{- end }}
{{- end }}
{{- $mountable := hasKey $ "mountable" | ternary $.mountable $.taken | default list }}
{{- range $volume := $.values.extraVolumes }}{{ $mountable = append $mountable $volume.name }}{{ end }}
{{- range $mount := $.values.extraVolumeMounts }}
{{- if not (has $mount.name $mountable) }}
{{ $.path }}.extraVolumeMounts: there is no volume {{ $mount.name }}; name it in extraVolumes
{{- end }}
{{- end }}
{{- end -}}

{{/* Rights of the account `default` are rights of every pod in the namespace that names no account. */}}
{{- define "faultline.problemsOfJobAccount" -}}
{{- $jobs := include "faultline.jobValues" . | fromJson -}}
{{- if and (or .Values.faultRefresh.enabled (include "faultline.restorable" . | fromJsonArray)) (eq (include "faultline.account" (dict "root" . "account" "faults" "values" $jobs)) "default") }}
faultJobs.serviceAccount must not be `default`, as every pod of the namespace without an account would get the rights of the jobs; give its name, or create=true
{{- end }}
{{- end -}}

{{/* An amount such as `250m`, `1.5` or `64Mi` as a number. */}}
{{- define "faultline.amount" -}}
{{- $text := include "faultline.text" . -}}
{{- $factors := dict "" 1.0 "m" 0.001 "k" 1e3 "M" 1e6 "G" 1e9 "T" 1e12 "Ki" 1024.0 "Mi" 1048576.0 "Gi" 1073741824.0 "Ti" 1099511627776.0 -}}
{{- mulf (regexFind "^[0-9.]+" $text | float64) (index $factors (regexFind "[a-zA-Z]*$" $text)) -}}
{{- end -}}

{{/* A StatefulSet's volume cannot be changed. Takes root, name, path, values, replica. */}}
{{- define "faultline.problemsOfVolume" -}}
{{- $object := printf "%s-%s" (include "faultline.fullname" .root) .name -}}
{{- $found := lookup "apps/v1" "StatefulSet" .root.Release.Namespace $object | default dict -}}
{{- if and $found (not .replica) -}}
{{- $claims := dig "spec" "volumeClaimTemplates" list $found -}}
{{- $remedy := printf "cannot change in an upgrade; `kubectl -n %s delete statefulset %s --cascade=orphan` first, and resize the volume yourself" .root.Release.Namespace $object -}}
{{- if ne (not (empty $claims)) .values.persistence }}
{{ .path }}.persistence {{ $remedy }}
{{- else if $claims }}
{{- $spec := (first $claims).spec }}
{{- if ne (include "faultline.amount" $spec.resources.requests.storage) (include "faultline.amount" .values.size) }}
{{ .path }}.size, {{ $spec.resources.requests.storage }}, {{ $remedy }}
{{- end }}
{{- if ne ($spec.storageClassName | default "") .values.storageClassName }}
{{ .path }}.storageClassName {{ $remedy }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* What Kubernetes takes as the schedule of a CronJob. */}}
{{- define "faultline.cronPattern" -}}
{{- $fields := list -}}
{{- range $value := list "[0-5]?[0-9]" "([01]?[0-9]|2[0-3])" "(0?[1-9]|[12][0-9]|3[01])" "(0?[1-9]|1[0-2]|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))" "([0-6]|(?i:sun|mon|tue|wed|thu|fri|sat))" -}}
{{- $item := printf "([*?]|%s(-%s)?)(/[1-9][0-9]*)?" $value $value -}}
{{- $fields = append $fields (printf "%s(,%s)*" $item $item) -}}
{{- end -}}
^(@(yearly|annually|monthly|weekly|daily|midnight|hourly)|@every [0-9]+[smh]|{{ join " +" $fields }})$
{{- end -}}
