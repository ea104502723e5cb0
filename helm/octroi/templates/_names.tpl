{{/* Ports are not a matter of taste: security groups name them. */}}
{{- define "octroi.managementPort" -}}
{{- get (dict "gateway" "9080" "payment-worker" "9081" "subscription-worker" "9082" "notifier" "9083") . -}}
{{- end }}

{{- define "octroi.webhookPort" -}}8080{{- end }}

{{/* What a pod is found by. Argument: root, component. */}}
{{- define "octroi.selector" -}}
app.kubernetes.io/name: octroi
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* Argument: root, component. */}}
{{- define "octroi.labels" -}}
{{ include "octroi.selector" . }}
app.kubernetes.io/version: {{ .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: octroi
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* Argument: root, image. */}}
{{- define "octroi.image" -}}
{{- $repository := index .root.Values.images .image -}}
{{- with index .root.Values.image.digests .image -}}
{{ $repository }}@{{ . }}
{{- else -}}
{{ $repository }}:{{ .root.Values.image.tag }}
{{- end }}
{{- end }}

{{/* The name that the role knows. Argument: root, account. */}}
{{- define "octroi.serviceAccount" -}}
{{- dig .account "name" .account .root.Values.serviceAccounts -}}
{{- end }}

{{/* A worker's topics: what it reads. */}}
{{- define "octroi.sources" -}}
{{- get (dict "payment-worker" "webhooks.v1" "subscription-worker" "payments.v1" "notifier" "subscriptions.v1") . -}}
{{- end }}

{{/* Phases of stopping one after the other: web, listeners, and what remains. */}}
{{- define "octroi.gracePeriod" -}}
{{- add .preStopSeconds (mul 3 .drainSeconds) 10 -}}
{{- end }}
