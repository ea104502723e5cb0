{{/* Pod Security "restricted", and nothing to sign in to the API server with. */}}
{{- define "octroi.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
{{- end }}

{{- define "octroi.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities:
    drop: [ALL]
{{- end }}

{{/* Argument: root, image. */}}
{{- define "octroi.containerImage" -}}
image: {{ include "octroi.image" . | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
{{- end }}

{{- define "octroi.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{/* Argument: root, configMap. */}}
{{- define "octroi.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: {{ .temporary }}
- name: config
  configMap:
    name: {{ .configMap }}
{{- with .root.Values.database.certificateAuthority.configMap }}
- name: database-ca
  configMap:
    name: {{ . }}
{{- end }}
{{- end }}

{{- define "octroi.mounts" -}}
- name: tmp
  mountPath: /tmp
- name: config
  mountPath: /etc/octroi
  readOnly: true
{{- if .root.Values.database.certificateAuthority.configMap }}
- name: database-ca
  mountPath: /etc/octroi-database-ca
  readOnly: true
{{- end }}
{{- end }}

{{/* Environment of whatever runs the code of a service. Argument: root, service. */}}
{{- define "octroi.environment" -}}
{{- $settings := index .root.Values.services .service -}}
- name: SPRING_CONFIG_ADDITIONAL_LOCATION
  value: file:/etc/octroi/
- name: JDK_JAVA_OPTIONS
  value: {{ $settings.javaOptions | quote }}
{{- with .root.Values.aws.region }}
- name: AWS_REGION
  value: {{ . }}
{{- end }}
{{- end }}
