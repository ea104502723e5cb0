{{/* What a job needs is there before the release is, and is made anew each time. Argument: weight. */}}
{{- define "octroi.hook" -}}
helm.sh/hook: pre-install,pre-upgrade
helm.sh/hook-weight: {{ . | quote }}
helm.sh/hook-delete-policy: before-hook-creation
{{- end }}

{{/* Argument: root, name, image, account, command or arguments, configMap, temporary, environment, hook. */}}
{{- define "octroi.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .name }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "octroi.labels" (dict "root" .root "component" "jobs") | nindent 4 }}
  annotations: {{- .hook | nindent 4 }}
spec:
  backoffLimit: 3
  activeDeadlineSeconds: {{ .root.Values.jobs.deadlineSeconds }}
  # Kept for a day, for whoever looks into it.
  ttlSecondsAfterFinished: 86400
  template:
    metadata:
      labels: {{- include "octroi.labels" (dict "root" .root "component" "jobs") | nindent 8 }}
    spec:
      restartPolicy: Never
      serviceAccountName: {{ include "octroi.serviceAccount" (dict "root" .root "account" .account) }}
      {{- include "octroi.podSecurity" .root | nindent 6 }}
      {{- include "octroi.pullSecrets" .root | nindent 6 }}
      containers:
        - name: {{ .name }}
          {{- include "octroi.containerImage" . | nindent 10 }}
          {{- include "octroi.containerSecurity" .root | nindent 10 }}
          {{- with .command }}
          command: {{- toYaml . | nindent 12 }}
          {{- end }}
          {{- with .arguments }}
          args: {{- toYaml . | nindent 12 }}
          {{- end }}
          env: {{- .environment | nindent 12 }}
          resources: {{- toYaml .root.Values.jobs.resources | nindent 12 }}
          volumeMounts: {{- include "octroi.mounts" . | nindent 12 }}
      volumes: {{- include "octroi.volumes" . | nindent 8 }}
{{- end }}

{{/* Argument: root, account. */}}
{{- define "octroi.jobAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "octroi.serviceAccount" . }}
  namespace: {{ .root.Release.Namespace }}
  labels: {{- include "octroi.labels" (dict "root" .root "component" "jobs") | nindent 4 }}
  annotations: {{- include "octroi.hook" -20 | nindent 4 }}
automountServiceAccountToken: false
{{- end }}
