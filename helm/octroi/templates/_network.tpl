{{/* Argument: root, name, component (of the pods it is for; empty: all of this chart). */}}
{{- define "octroi.networkPolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "octroi.labels" (dict "root" .root "component" (.component | default "network")) | nindent 4 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/part-of: octroi
      {{- with .component }}
      app.kubernetes.io/component: {{ . }}
      {{- end }}
{{- end }}

{{/* A list of addresses as peers. */}}
{{- define "octroi.blocks" -}}
{{- range . }}
- ipBlock:
    cidr: {{ . }}
{{- end }}
{{- end }}

{{- define "octroi.tcp" -}}
- protocol: TCP
  port: {{ . }}
{{- end }}
