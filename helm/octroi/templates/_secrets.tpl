{{/*
The settings whose values are in Secrets Manager: by service, the secret's name in Terraform's list,
and the key of its JSON object; no key where the secret is one value.
*/}}
{{- define "octroi.secretSettings" -}}
gateway:
  gateway/operations: { octroi.operations.token: token }
payment-worker:
  payment-worker/operations: { octroi.operations.token: token }
  payment-worker/database: { spring.datasource.username: username, spring.datasource.password: password }
subscription-worker:
  subscription-worker/operations: { octroi.operations.token: token }
  subscription-worker/database: { spring.datasource.username: username, spring.datasource.password: password }
  subscription-worker/payments: { octroi.subscription.reconciliation.token: token }
notifier:
  notifier/operations: { octroi.operations.token: token }
  notifier/database: { spring.datasource.username: username, spring.datasource.password: password }
  notifier/telegram: { octroi.notifier.telegram.token: token }
  notifier/smtp: { spring.mail.username: username, spring.mail.password: password }
  notifier/twilio: { octroi.notifier.sms.auth-token: auth_token }
  notifier/suppression-key: { octroi.notifier.mail.suppression-key: "" }
  notifier/unsubscribe: { octroi.notifier.mail.unsubscribe.secret: "" }
{{- end }}

{{/* Of those, the ones of a service whose secrets are named. Argument: root, service. */}}
{{- define "octroi.config.secrets" -}}
{{- $from := dict }}
{{- $ids := .root.Values.secrets }}
{{- range $secret, $settings := index (fromYaml (include "octroi.secretSettings" .)) .service }}
{{- with index $ids $secret }}
{{- $id := . }}
{{- range $setting, $key := $settings }}
{{- $_ := set $from $setting (empty $key | ternary $id (printf "%s#%s" $id $key)) }}
{{- end }}
{{- end }}
{{- end }}
{{- if $from }}
octroi:
  secrets:
    from: {{- toYaml $from | nindent 6 }}
{{- end }}
{{- end }}
