{{/* So many seconds as Prometheus writes them. */}}
{{- define "faultline.duration" -}}
{{- if mod . 60 }}{{ . }}s{{ else }}{{ div . 60 }}m{{ end -}}
{{- end -}}

{{/* An interval such as 15s or 1m in seconds. */}}
{{- define "faultline.seconds" -}}
{{- $number := regexFind "^[0-9]+" . | int -}}
{{- if hasSuffix "m" . }}{{ mul 60 $number }}{{ else }}{{ $number }}{{ end -}}
{{- end -}}

{{/* The window of rates for a scrape interval. */}}
{{- define "faultline.scrapeWindow" -}}
{{- include "faultline.duration" (mul 4 (include "faultline.seconds" . | int) | max 60) -}}
{{- end -}}

{{/* How often the services are scraped, as far as the values say. */}}
{{- define "faultline.scrapeInterval" -}}
{{- with .Values.telemetry -}}
{{- .prometheusRule.scrapeInterval | default (ternary .podMonitor.interval (ternary "5s" "1m" $.Values.observability.lgtm.enabled) .podMonitor.enabled) -}}
{{- end -}}
{{- end -}}

{{/* A file of rules for this installation alone, and for scrapes at an interval such as 15s: in the file, rules
look at all installations, and are for a scrape each minute. Takes root, file, interval. */}}
{{- define "faultline.rules" -}}
{{- $interval := include "faultline.seconds" .interval | int -}}
{{- $window := include "faultline.scrapeWindow" .interval -}}
{{- $seconds := include "faultline.seconds" $window -}}
{{- $lasting := $interval | max 15 -}}
{{- .root.Files.Get .file
  | replace "{service_name=" (printf "{service_namespace=%q,service_name=" (include "faultline.installation" .root))
  | replace "[4m]" (printf "[%s]" $window)
  | replace "offset 4m" (printf "offset %s" $window)
  | replace "for: 1m" (printf "for: %s" (include "faultline.duration" $lasting))
  | replace " 4 min" (printf " %s" (include "faultline.timeInWords" (int $seconds)))
  | replace "holds for 60 s" (printf "holds for %s" (include "faultline.timeInWords" $lasting)) -}}
{{- end -}}

{{- /* Seconds as people read them, as libs/slo has it. */}}
{{- define "faultline.timeInWords" -}}
{{- if and (ge (int .) 120) (eq (mod . 60) 0) -}}{{ div . 60 }} min{{- else -}}{{ . }} s{{- end -}}
{{- end -}}
