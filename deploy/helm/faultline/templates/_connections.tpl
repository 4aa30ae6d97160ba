{{/* How many pods of a service may hold connections at once, while a release is rolled out: all there may be, the one
that starts, and those that are still leaving, as each serves on while others follow every two seconds. Takes values,
rollout (whether it is a Rollout that makes them). */}}
{{- define "faultline.connectedPods" -}}
{{- $pods := int (ternary .values.autoscaling.maxReplicas (include "faultline.fixedPods" . | int) .values.autoscaling.enabled) -}}
{{- $leaving := div (add 3 (int .values.drainSeconds) 1) 2 -}}
{{- /* A Rollout may start a quarter more pods at once. */ -}}
{{- $starting := ternary (div (add $pods 3) 4) 1 .rollout -}}
{{- add $pods $starting (min $pods $leaving) -}}
{{- end -}}

{{/* Connections of a PostgreSQL server that are not a service's: PostgreSQL's own reserve, and five for people and
exporters. Takes root. */}}
{{- define "faultline.reservedConnections" -}}
{{- $settings := .root.Values.postgresql.settings -}}
{{- $superuser := index $settings "superuser_reserved_connections" -}}
{{- add 5 (ternary 3 (int $superuser) (kindIs "invalid" $superuser)) (index $settings "reserved_connections" | default 0 | int) -}}
{{- end -}}

{{/* The services that use a store, as a JSON list. Takes root, store. */}}
{{- define "faultline.usersOf" -}}
{{- $users := list -}}
{{- range $name, $spec := (include "faultline.topology" .root | fromJson).services -}}
{{- if has $.store $spec.stores }}{{ $users = append $users $name }}{{ end -}}
{{- end -}}
{{- toJson $users -}}
{{- end -}}

{{/* How many connections a pod of a service may hold to its PostgreSQL server, or nothing if it has none: ten, or as
many as the server can give to each of its pods. Fails where that is too few. Takes root, name, values. */}}
{{- define "faultline.poolSize" -}}
{{- $root := .root -}}
{{- $topology := include "faultline.topology" $root | fromJson -}}
{{- $size := 0 -}}
{{- range $store := (index $topology.services .name).stores -}}
{{- if eq (index $topology.stores $store).engine "postgresql" -}}
{{- $size = int ($.values.databasePoolSize | default 10) -}}
{{- if not (include "faultline.store" (dict "root" $root "name" $store) | fromJson).external -}}
{{- $pods := 0 -}}
{{- $words := list -}}
{{- range $user := include "faultline.usersOf" (dict "root" $root "store" $store) | fromJsonArray -}}
{{- $values := include "faultline.service" (dict "root" $root "name" $user) | fromJson -}}
{{- $rollout := include "faultline.rollout" (dict "root" $root "name" $user) | fromJson -}}
{{- $connected := include "faultline.connectedPods" (dict "values" $values "rollout" $rollout.enabled) | int -}}
{{- $pods = add $pods $connected -}}
{{- $words = append $words (printf "%s may have %d pods at once (%s %v, and those that start and leave in a roll-out)" $user $connected (ternary "autoscaling.maxReplicas" "replicas" $values.autoscaling.enabled) (ternary $values.autoscaling.maxReplicas (include "faultline.fixedPods" (dict "values" $values)) $values.autoscaling.enabled)) -}}
{{- end -}}
{{- $max := int (include "faultline.text" ($root.Values.postgresql.settings.max_connections | default 100)) -}}
{{- /* Of each service one pod at a time starts, and opens one more to migrate. */ -}}
{{- $free := int (sub $max (add (include "faultline.reservedConnections" (dict "root" $root) | int) (len $words))) -}}
{{- $fits := int (div $free $pods) -}}
{{- $least := int ($.values.databasePoolSize | default 2) -}}
{{- if or (lt $free 0) (lt $fits $least) -}}
{{- fail (printf "%s has %d connections for its services (postgresql.settings.max_connections is %d, less the reserved and one to migrate), and needs %d: %s, with %d each. Raise max_connections, or lower %s" $store $free $max (mul $pods $least) (join ", " $words) $least (ternary "the number of pods" "the number of pods or databasePoolSize" (empty $.values.databasePoolSize))) -}}
{{- end -}}
{{- $size = int (min $size $fits) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $size }}{{ $size }}{{ end -}}
{{- end -}}

{{/* What is wrong with the number of connections of a Redis server, in words, or nothing. Each pod holds one to serve
and at most two to watch and to break; the server has a replica, probes and people. Takes root, store. */}}
{{- define "faultline.redisConnectionsProblem" -}}
{{- $root := .root -}}
{{- $needed := 20 -}}
{{- range $user := include "faultline.usersOf" . | fromJsonArray -}}
{{- $values := include "faultline.service" (dict "root" $root "name" $user) | fromJson -}}
{{- $rollout := include "faultline.rollout" (dict "root" $root "name" $user) | fromJson -}}
{{- $needed = add $needed (mul 3 (include "faultline.connectedPods" (dict "values" $values "rollout" $rollout.enabled) | int)) -}}
{{- end -}}
{{- $max := int (include "faultline.text" ($root.Values.redis.settings.maxclients | default 10000)) -}}
{{- if gt (int $needed) $max -}}
redis.settings.maxclients is {{ $max }}, and {{ .store }} needs {{ $needed }}: three for each pod that may be there at once in a roll-out, and 20 for its replica, probes and people
{{- end -}}
{{- end -}}
