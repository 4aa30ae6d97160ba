{{/* The values of a store, as JSON. Takes root, name. */}}
{{- define "faultline.store" -}}
{{- $values := mergeOverwrite (deepCopy .root.Values.storeDefaults) (deepCopy (index .root.Values.stores .name)) -}}
{{- if and $values.external (not $values.existingSecret) }}{{ fail (printf "stores.%s.existingSecret must name the Secret with its url, since it runs elsewhere" .name) }}{{ end -}}
{{- toJson $values -}}
{{- end -}}

{{/* The Secret that says how to reach a store. Takes root, name. */}}
{{- define "faultline.storeSecret" -}}
{{- $values := include "faultline.store" . | fromJson -}}
{{- $values.existingSecret | default (printf "%s-%s" (include "faultline.fullname" .root) .name) -}}
{{- end -}}

{{/* The role and the database of the service that a PostgreSQL server belongs to. Takes name. */}}
{{- define "faultline.storeOwner" -}}
{{- trimSuffix "-data" .name -}}
{{- end -}}

{{/* The address of a store, with its password. Takes root, name, password. */}}
{{- define "faultline.storeUrl" -}}
{{- $host := printf "%s-%s" (include "faultline.fullname" .root) .name -}}
{{- if eq .engine "postgresql" -}}
{{- $owner := include "faultline.storeOwner" . -}}
postgresql://{{ $owner }}:{{ .password }}@{{ $host }}:5432/{{ $owner }}
{{- else -}}
redis://:{{ .password }}@{{ $host }}:6379
{{- end -}}
{{- end -}}

{{- define "faultline.storePort" -}}
{{- if eq .engine "postgresql" }}5432{{ else }}6379{{ end -}}
{{- end -}}

{{/* What a PostgreSQL server's pod runs. Takes root, name, values, secret. */}}
{{- define "faultline.postgresql" -}}
{{- $postgresql := .root.Values.postgresql -}}
initContainers:
  - name: prepare
    image: {{ $postgresql.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    command: [bash, /opt/faultline/prepare-postgresql.sh]
    env: &environment
      - name: OWNER
        value: {{ include "faultline.storeOwner" . }}
      - name: PGDATA
        value: /var/lib/postgresql/data/pgdata
      - name: PASSWORD
        valueFrom: { secretKeyRef: { name: {{ .secret }}, key: password } }
    resources:
      {{- toYaml $postgresql.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" . | nindent 6 }}
    volumeMounts: &mounts
      - { name: data, mountPath: /var/lib/postgresql/data }
      - { name: scratch, mountPath: /tmp }
      - { name: scratch, mountPath: /var/run/postgresql }
      - { name: scripts, mountPath: /opt/faultline, readOnly: true }
containers:
  - name: postgresql
    image: {{ $postgresql.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args:
      - postgres
      {{- range $name, $value := $postgresql.settings }}
      - -c
      - {{ printf "%s=%s" $name (toString $value) | quote }}
      {{- end }}
    env: *environment
    ports:
      - { name: postgresql, containerPort: 5432 }
    startupProbe:
      exec: { command: &ready [pg_isready, --host=127.0.0.1, --quiet] }
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
    volumeMounts: *mounts
{{- end -}}

{{/* What a Redis server's pod runs. Takes root, name, values, secret, primary. */}}
{{- define "faultline.redis" -}}
{{- $redis := .root.Values.redis -}}
containers:
  - name: redis
    image: {{ $redis.image }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args:
      - redis-server
      - --dir
      - /data
      - --save
      - ""
      - --appendonly
      - {{ ternary "no" "yes" (not (empty .primary)) | quote }}
      {{- range $name, $value := $redis.settings }}
      - --{{ $name }}
      - {{ $value | toString | quote }}
      {{- end }}
      - --requirepass
      - $(REDISCLI_AUTH)
      {{- with .primary }}
      - --masterauth
      - $(PRIMARY_PASSWORD)
      - --replicaof
      - {{ printf "%s-%s" (include "faultline.fullname" $.root) . }}
      - "6379"
      {{- end }}
    env:
      - name: REDISCLI_AUTH
        valueFrom: { secretKeyRef: { name: {{ .secret }}, key: password } }
      {{- with .primary }}
      - name: PRIMARY_PASSWORD
        valueFrom: { secretKeyRef: { name: {{ include "faultline.storeSecret" (dict "root" $.root "name" .) }}, key: password } }
      {{- end }}
    ports:
      - { name: redis, containerPort: 6379 }
    # A server that is made to pause still lives: it takes connections.
    livenessProbe:
      tcpSocket: { port: redis }
      periodSeconds: 10
      failureThreshold: 6
    readinessProbe:
      exec: { command: [sh, -c, "redis-cli ping | grep -q PONG"] }
      periodSeconds: 5
      timeoutSeconds: 5
    resources:
      {{- toYaml $redis.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" . | nindent 6 }}
    volumeMounts:
      - { name: data, mountPath: /data }
{{- end -}}
