{{/* The pod that sends shoppers. Takes root, scenario. */}}
{{- define "faultline.loadPod" -}}
metadata:
  labels:
    {{- include "faultline.selector" (dict "root" .root "component" "load") | nindent 4 }}
    app.kubernetes.io/part-of: faultline
  annotations:
    linkerd.io/inject: disabled
spec:
  {{- include "faultline.loadPodSpec" . | nindent 2 }}
{{- end -}}

{{- define "faultline.loadPodSpec" -}}
{{- $load := .root.Values.load -}}
serviceAccountName: {{ include "faultline.fullname" .root }}-load
automountServiceAccountToken: false
enableServiceLinks: false
restartPolicy: Never
{{- include "faultline.pullSecrets" .root }}
securityContext:
  {{- include "faultline.podSecurity" (dict "user" 12345) | nindent 2 }}
containers:
  - name: k6
    image: {{ include "faultline.image" (dict "root" .root "name" "load" "tag" "") }}
    imagePullPolicy: {{ .root.Values.image.pullPolicy }}
    args:
      - run
      - --quiet
      - --no-usage-report
      {{- if $load.remoteWriteUrl }}
      - --out=experimental-prometheus-rw
      {{- end }}
      - {{ .scenario }}.ts
    env:
      {{- include "faultline.loadEnvironment" .root | nindent 6 }}
    resources:
      {{- toYaml $load.resources | nindent 6 }}
    securityContext:
      {{- include "faultline.containerSecurity" .root | nindent 6 }}
    volumeMounts:
      - { name: scratch, mountPath: /tmp }
volumes:
  - name: scratch
    emptyDir: { sizeLimit: 64Mi }
{{- end -}}

{{- define "faultline.loadEnvironment" -}}
{{- $load := .Values.load -}}
{{- $variables := dict
  "BASE_URL" (printf "http://%s-web-gateway:%v" (include "faultline.fullname" .) .Values.web.port)
  "RATE" (toString $load.rate)
  "DURATION" $load.duration
  "SUMMARY" "json"
-}}
{{- with $load.remoteWriteUrl }}{{ $_ := set $variables "K6_PROMETHEUS_RW_SERVER_URL" . }}{{ end -}}
{{- range $name, $value := $load.env }}{{ $_ := set $variables $name (toString $value) }}{{ end -}}
{{- range $name, $value := $variables }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end -}}
