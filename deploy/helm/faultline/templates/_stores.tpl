{{/* The values of a store, as JSON. Takes root, name. */}}
{{- define "faultline.store" -}}
{{- $all := .root.Values -}}
{{- mergeOverwrite (deepCopy $all.podDefaults) (deepCopy $all.storeDefaults) (deepCopy (index $all.stores .name | default dict)) | toJson -}}
{{- end -}}

{{/* The role and the database of the service that a PostgreSQL server belongs to. Takes name. */}}
{{- define "faultline.storeOwner" -}}
{{- trimSuffix "-data" .name -}}
{{- end -}}

{{/* The address of a store, with its password. Takes root, name, engine, password. */}}
{{- define "faultline.storeUrl" -}}
{{- $host := printf "%s-%s" (include "faultline.fullname" .root) .name -}}
{{- $password := urlquery .password | replace "+" "%20" -}}
{{- if eq .engine "postgresql" -}}
{{- $owner := include "faultline.storeOwner" . -}}
postgresql://{{ $owner }}:{{ $password }}@{{ $host }}:5432/{{ $owner }}
{{- else -}}
redis://:{{ $password }}@{{ $host }}:6379
{{- end -}}
{{- end -}}

{{- define "faultline.storePort" -}}
{{- if eq .engine "postgresql" }}5432{{ else }}6379{{ end -}}
{{- end -}}

{{/* What a PostgreSQL server's pod runs. Takes root, name, values, secret. */}}
{{- define "faultline.postgresql" -}}
{{- $postgresql := .root.Values.postgresql -}}
{{- $fixed := dict
  "OWNER" (include "faultline.storeOwner" .)
  "PGDATA" "/var/lib/postgresql/data/pgdata"
  "PASSWORD" (include "faultline.fromSecret" (dict "name" .secret "key" "password") | fromJson)
-}}
{{- $environment := include "faultline.environment" (dict "root" .root "fixed" $fixed "values" .values "path" (printf "stores.%s" .name)) -}}
{{- $mounts := list
  (dict "name" "data" "mountPath" "/var/lib/postgresql/data")
  (dict "name" "scratch" "mountPath" "/tmp")
  (dict "name" "scratch" "mountPath" "/var/run/postgresql")
  (dict "name" "scripts" "mountPath" "/opt/faultline" "readOnly" true)
-}}
initContainers:
  - name: prepare
    image: {{ $postgresql.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    command: [bash, /opt/faultline/prepare-postgresql.sh]
    {{- $environment | nindent 4 }}
    resources:
      {{- toYaml $postgresql.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" . | nindent 6 }}
    {{- include "faultline.mounts" (dict "mounts" $mounts "values" .values) | nindent 4 }}
containers:
  - name: postgresql
    image: {{ $postgresql.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args:
      - postgres
      {{- range $name, $value := $postgresql.settings }}
      - -c
      - {{ printf "%s=%s" $name (include "faultline.text" $value) | quote }}
      {{- end }}
    {{- $environment | nindent 4 }}
    ports:
      - { name: postgresql, containerPort: 5432 }
    startupProbe:
      # With a name, as a user id that the cluster chose has none.
      exec: { command: &ready [pg_isready, --host=localhost, --username=postgres, --quiet] }
      periodSeconds: 1
      failureThreshold: 120
    livenessProbe:
      exec: { command: *ready }
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      exec: { command: *ready }
      periodSeconds: 5
      timeoutSeconds: 5
    resources:
      {{- toYaml $postgresql.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" . | nindent 6 }}
    {{- include "faultline.mounts" (dict "mounts" $mounts "values" .values) | nindent 4 }}
{{- end -}}

{{/* What a Redis server's pod runs. Takes root, name, values, secret, primary, whenFull. */}}
{{- define "faultline.redis" -}}
{{- $redis := .root.Values.redis -}}
{{- $fixed := dict "REDISCLI_AUTH" (include "faultline.fromSecret" (dict "name" .secret "key" "password") | fromJson) -}}
{{- with .primary -}}
{{- $secret := include "faultline.storeSecret" (dict "root" $.root "name" .) -}}
{{- $_ := set $fixed "PRIMARY_PASSWORD" (include "faultline.fromSecret" (dict "name" $secret "key" "password") | fromJson) -}}
{{- end -}}
{{- $mounts := list
  (dict "name" "data" "mountPath" "/data")
  (dict "name" "scripts" "mountPath" "/opt/faultline" "readOnly" true)
-}}
containers:
  - name: redis
    image: {{ $redis.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    command: [sh, /opt/faultline/start-redis.sh]
    args:
      - --dir
      - /data
      - --save
      - ""
      - --appendonly
      - {{ ternary "no" "yes" (not (empty .primary)) | quote }}
      {{- with .whenFull }}
      - --maxmemory-policy
      - {{ . }}
      {{- end }}
      {{- range $name, $value := $redis.settings }}
      - --{{ $name }}
      - {{ include "faultline.text" $value | quote }}
      {{- end }}
      {{- with .primary }}
      - --replicaof
      - {{ printf "%s-%s" (include "faultline.fullname" $.root) . }}
      - "6379"
      {{- end }}
    {{- include "faultline.environment" (dict "root" .root "fixed" $fixed "values" .values "path" (printf "stores.%s" .name)) | nindent 4 }}
    ports:
      - { name: redis, containerPort: 6379 }
    # A server that is made to pause still lives: it takes connections.
    startupProbe:
      exec: { command: &ready [sh, -c, "redis-cli ping | grep -q PONG"] }
      periodSeconds: 1
      # A store of some gigabytes takes minutes to load.
      failureThreshold: 600
    livenessProbe:
      tcpSocket: { port: redis }
      periodSeconds: 10
      failureThreshold: 6
    readinessProbe:
      exec: { command: *ready }
      periodSeconds: 5
      timeoutSeconds: 5
    resources:
      {{- toYaml $redis.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" . | nindent 6 }}
    {{- include "faultline.mounts" (dict "mounts" $mounts "values" .values) | nindent 4 }}
{{- end -}}
