{{/* So many seconds as Prometheus writes them. */}}
{{- define "faultline.duration" -}}
{{- if mod . 60 }}{{ . }}s{{ else }}{{ div . 60 }}m{{ end -}}
{{- end -}}

{{/* A file of rules for this installation alone, and for scrapes at an interval such as 15s: in the file, rules
look at all installations, and are for a scrape each minute. Takes root, file, interval. */}}
{{- define "faultline.rules" -}}
{{- $interval := regexFind "^[0-9]+" .interval | int -}}
{{- if hasSuffix "m" .interval }}{{ $interval = mul 60 $interval }}{{ end -}}
{{- $window := include "faultline.duration" (mul 4 $interval | max 60) -}}
{{- $lasting := include "faultline.duration" ($interval | max 15) -}}
{{- .root.Files.Get .file
  | replace "{service_name=" (printf "{service_namespace=%q,service_name=" (include "faultline.installation" .root))
  | replace "[4m]" (printf "[%s]" $window)
  | replace "offset 4m" (printf "offset %s" $window)
  | replace "for: 1m" (printf "for: %s" $lasting) -}}
{{- end -}}
