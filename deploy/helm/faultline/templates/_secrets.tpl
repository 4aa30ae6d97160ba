{{/* What a Secret of ours holds: as it is in the cluster, so that what was made once is kept, or else made now, once
for the Secret and for all that take its hash. Takes root, secret (its name), key. */}}
{{- define "faultline.kept" -}}
{{- if not (hasKey .root.Values "kept") }}{{ $_ := set .root.Values "kept" dict }}{{ end -}}
{{- $kept := .root.Values.kept -}}
{{- $id := printf "%s/%s" .secret .key -}}
{{- if not (hasKey $kept $id) -}}
{{- $found := lookup "v1" "Secret" .root.Release.Namespace .secret | default dict -}}
{{- $_ := set $kept $id (dig "data" .key "" $found | b64dec | default (randAlphaNum 32)) -}}
{{- end -}}
{{- index $kept $id -}}
{{- end -}}

{{/* The Secret that says how to reach a store. Takes root, name. */}}
{{- define "faultline.storeSecret" -}}
{{- $values := include "faultline.store" . | fromJson -}}
{{- $values.existingSecret | default (printf "%s-%s" (include "faultline.fullname" .root) .name) -}}
{{- end -}}

{{/* The Secret with a service's own secrets. Takes root, name. */}}
{{- define "faultline.serviceSecret" -}}
{{- (include "faultline.ownValues" . | fromJson).existingSecret | default (printf "%s-%s" (include "faultline.fullname" .root) .name) -}}
{{- end -}}

{{/* What makes pods start again when a password has changed: a hash of what their Secrets hold, and their
ConfigMaps. What is not ours is looked up. Takes root, stores (names), values, variables besides those of the
values, and of a service: name, secrets. */}}
{{- define "faultline.secretsHash" -}}
{{- $root := .root -}}
{{- $held := dict -}}
{{- $foreign := list -}}
{{- range .stores -}}
{{- $secret := include "faultline.storeSecret" (dict "root" $root "name" .) -}}
{{- if (include "faultline.store" (dict "root" $root "name" .) | fromJson).existingSecret -}}
{{- $foreign = append $foreign (list "Secret" $secret) -}}
{{- else -}}
{{- $_ := set $held $secret (include "faultline.kept" (dict "root" $root "secret" $secret "key" "password")) -}}
{{- end -}}
{{- end -}}
{{- if .secrets -}}
{{- $secret := include "faultline.serviceSecret" . -}}
{{- if (include "faultline.ownValues" . | fromJson).existingSecret -}}
{{- $foreign = append $foreign (list "Secret" $secret) -}}
{{- else -}}
{{- range .secrets -}}
{{- $_ := set $held $secret (print (index $held $secret | default "") (include "faultline.kept" (dict "root" $root "secret" $secret "key" .key))) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- range $_, $value := mergeOverwrite (dict) (.variables | default dict) .values.env -}}
{{- if kindIs "map" $value -}}
{{- with dig "valueFrom" "secretKeyRef" "name" "" $value }}{{ $foreign = append $foreign (list "Secret" .) }}{{ end -}}
{{- with dig "valueFrom" "configMapKeyRef" "name" "" $value }}{{ $foreign = append $foreign (list "ConfigMap" .) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- range .values.envFrom -}}
{{- with dig "secretRef" "name" "" . }}{{ $foreign = append $foreign (list "Secret" .) }}{{ end -}}
{{- with dig "configMapRef" "name" "" . }}{{ $foreign = append $foreign (list "ConfigMap" .) }}{{ end -}}
{{- end -}}
{{- range $foreign -}}
{{- $found := lookup "v1" (first .) $root.Release.Namespace (last .) | default dict -}}
{{- $_ := set $held (join "/" .) (pick $found "data" "binaryData") -}}
{{- end -}}
{{- toJson $held | sha256sum -}}
{{- end -}}
