{{/* The template of a service's pods, the same whoever makes them: a Deployment, a Rollout, or the Deployment of a canary.
A switched fault must not change it: it would become a roll-out. Takes root, name, component (the same), values, and of ours
where they differ: labels. */}}
{{- define "faultline.servicePods" -}}
{{- $root := .root -}}
{{- $name := .name -}}
{{- $values := .values -}}
{{- $component := dict "root" $root "component" $name "name" $name "values" $values -}}
{{- $topology := include "faultline.topology" $root | fromJson -}}
{{- $spec := index $topology.services $name -}}
{{- $image := include "faultline.image" (dict "root" $root "name" $name "tag" $values.tag "digest" $values.digest) -}}
{{- $databases := list -}}
{{- range $spec.stores -}}
{{- if eq (index $topology.stores .).engine "postgresql" }}{{ $databases = append $databases . }}{{ end -}}
{{- end -}}
metadata:
  {{- $headers := include "faultline.serviceHeaderVariables" $root | fromJson }}
  {{- $annotations := mergeOverwrite (dict "kubectl.kubernetes.io/default-container" $name) (include "faultline.meshed" $root | fromJson) }}
  {{- $_ := set $annotations "checksum/secrets" (include "faultline.secretsHash" (dict "root" $root "stores" $spec.stores "name" $name "secrets" $spec.secrets "values" $values "variables" $headers)) }}
  {{- if $root.Values.telemetry.scrapeAnnotations }}
  {{- $annotations = mergeOverwrite $annotations (dict "prometheus.io/scrape" "true" "prometheus.io/port" "9090" "prometheus.io/path" "/metrics") }}
  {{- end }}
  {{- $labels := merge (dict "app.kubernetes.io/version" (include "faultline.version" $component)) (.labels | default dict) }}
  {{- include "faultline.podMetadata" (merge (dict "labels" $labels "annotations" $annotations) $component) | nindent 2 }}
spec:
  automountServiceAccountToken: false
  {{- $spread := list }}
  {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
  {{- $selector := dict "matchLabels" (include "faultline.selector" $component | fromYaml) }}
  {{- $spread = append $spread (dict "topologyKey" $key "maxSkew" 1 "whenUnsatisfiable" "ScheduleAnyway" "labelSelector" $selector) }}
  {{- end }}
  {{- include "faultline.podSettings" (merge (dict "account" $name "user" 1000 "topologySpreadConstraints" $spread) $component) | nindent 2 }}
  # The pause before SIGTERM, and what a service takes to stop at most.
  terminationGracePeriodSeconds: {{ add $values.drainSeconds 25 }}
  {{- if $databases }}
  initContainers:
    - name: migrate
      image: {{ $image }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      args: [migrate]
      {{- include "faultline.serviceEnvironment" $component | nindent 6 }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      securityContext:
        {{- include "faultline.containerSecurity" $component | nindent 8 }}
      {{- include "faultline.mounts" (dict "values" $values) | nindent 6 }}
  {{- end }}
  containers:
    - name: {{ $name }}
      image: {{ $image }}
      imagePullPolicy: {{ $root.Values.image.pullPolicy }}
      {{- include "faultline.serviceEnvironment" $component | nindent 6 }}
      ports:
        - { name: http, containerPort: 8080 }
        - { name: admin, containerPort: 9090 }
      startupProbe:
        httpGet: { path: /-/healthy, port: admin }
        periodSeconds: 1
        failureThreshold: 60
      livenessProbe:
        httpGet: { path: /-/healthy, port: admin }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      # A store that all pods of a service share is no reason to take all of them away, unless that lasts: they
      # say 503 themselves, in an answer and in telemetry. A pod that goes is out at once in any case.
      readinessProbe:
        httpGet: { path: /-/ready, port: admin }
        periodSeconds: 2
        timeoutSeconds: 3
        failureThreshold: 150
      lifecycle:
        # Until every node has heard that this pod takes no new connections.
        preStop:
          exec: { command: [sleep, "3"] }
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      securityContext:
        {{- include "faultline.containerSecurity" $component | nindent 8 }}
      # The directory, not the file: a file of its own would never change.
      {{- include "faultline.mounts" (dict "mounts" (list (dict "name" "faults" "mountPath" "/etc/faultline" "readOnly" true)) "values" $values) | nindent 6 }}
  {{- $faults := dict "name" "faults" "configMap" (dict "name" (printf "%s-faults" (include "faultline.fullname" $root))) }}
  {{- include "faultline.volumes" (dict "volumes" (list $faults) "values" $values) | nindent 2 }}
{{- end -}}
