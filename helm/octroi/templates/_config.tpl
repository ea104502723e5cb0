{{/* What a service is told of its surroundings, as its application.yaml. Argument: root, service. */}}
{{- define "octroi.config" -}}
{{- $values := .root.Values -}}
{{- $settings := index $values.services .service -}}
{{- $config := fromYaml (include "octroi.config.common" .) -}}
{{- $config = mergeOverwrite $config (fromYaml (include "octroi.config.secrets" .)) -}}
{{- if eq .service "gateway" -}}
{{- $config = mergeOverwrite $config (fromYaml (include "octroi.config.gateway" .)) -}}
{{- else -}}
{{- $config = mergeOverwrite $config (fromYaml (include "octroi.config.worker" .)) -}}
{{- end -}}
{{- if and (eq .service "payment-worker") $values.providers -}}
{{- $config = mergeOverwrite $config (fromYaml (include "octroi.config.providers" .)) -}}
{{- end -}}
{{- if eq .service "subscription-worker" -}}
{{- $config = mergeOverwrite $config (fromYaml (include "octroi.config.reconciliation" .)) -}}
{{- end -}}
{{- mergeOverwrite $config (deepCopy $settings.config) | toYaml -}}
{{- end }}

{{- define "octroi.config.common" -}}
{{- $values := .root.Values -}}
spring:
  profiles:
    # In it, a secret that is written out anywhere keeps a service from starting.
    active: production
  lifecycle:
    timeout-per-shutdown-phase: {{ (index $values.services .service).drainSeconds }}s
  kafka:
    bootstrap-servers: {{ $values.kafka.bootstrapServers | quote }}
    {{- include "octroi.config.kafka" . | nindent 4 }}
logging:
  structured:
    format:
      console: ecs
    ecs:
      service:
        environment: {{ $values.telemetry.environment }}
management:
  tracing:
    sampling:
      probability: {{ $values.telemetry.sampling }}
  {{- with $values.telemetry.endpoint }}
  opentelemetry:
    tracing:
      export:
        otlp:
          endpoint: {{ . }}/v1/traces
  {{- end }}
octroi:
  logs:
    words: {{ $values.telemetry.logWords | toJson }}
{{- with $values.aws.region }}
  aws:
    region: {{ . }}
{{- end }}
{{- end }}

{{/* How the broker is signed in to. */}}
{{- define "octroi.config.kafka" -}}
{{- if eq .root.Values.kafka.auth "iam" -}}
security:
  protocol: SASL_SSL
properties:
  sasl.mechanism: AWS_MSK_IAM
  sasl.jaas.config: software.amazon.msk.auth.iam.IAMLoginModule required;
  sasl.client.callback.handler.class: software.amazon.msk.auth.iam.IAMClientCallbackHandler
{{- else -}}
security:
  protocol: {{ eq .root.Values.kafka.auth "tls" | ternary "SSL" "PLAINTEXT" }}
{{- end }}
{{- end }}

{{- define "octroi.config.gateway" -}}
{{- $values := .root.Values -}}
server:
  port: {{ include "octroi.webhookPort" . }}
management:
  server:
    address: 0.0.0.0
    port: {{ include "octroi.managementPort" .service }}
octroi:
  gateway:
    trusted-proxy-hops: {{ $values.ingress.trustedProxyHops }}
    {{- with index $values.secrets "gateway/quarantine-key" }}
    quarantine:
      secret-id: {{ . | quote }}
    {{- end }}
    {{- with $values.endpoints }}
    endpoints:
      {{- range . }}
      {{- $endpoint := deepCopy . }}
      {{- with index $values.secrets (printf "webhooks/%s" .name) }}
      {{- $_ := set $endpoint "secret-id" . }}
      {{- end }}
      - {{ $endpoint | toYaml | nindent 8 | trim }}
      {{- end }}
    {{- end }}
{{- end }}

{{- define "octroi.config.worker" -}}
{{- $database := .root.Values.database -}}
server:
  address: 0.0.0.0
  port: {{ include "octroi.managementPort" .service }}
spring:
  datasource:
    url: {{ $database.url | quote }}
    {{- with dig .service "user" "" $database.users }}
    username: {{ . | quote }}
    {{- end }}
    {{- if $database.certificateAuthority.configMap }}
    hikari:
      data-source-properties:
        sslrootcert: /etc/octroi-database-ca/{{ $database.certificateAuthority.key }}
    {{- end }}
{{- end }}

{{- define "octroi.config.providers" -}}
{{- $values := .root.Values -}}
octroi:
  payment:
    providers:
      {{- range $name, $provider := $values.providers }}
      {{- $provider := deepCopy $provider }}
      {{- with index $values.secrets (printf "providers/%s" $name) }}
      {{- $_ := set $provider "secret-id" . }}
      {{- end }}
      {{ $name }}: {{ $provider | toYaml | nindent 8 }}
      {{- end }}
{{- end }}

{{/* The subscription-worker compares its periods with what the payment-worker knows. */}}
{{- define "octroi.config.reconciliation" -}}
octroi:
  subscription:
    reconciliation:
      payments-url: http://payment-worker:{{ include "octroi.managementPort" "payment-worker" }}
{{- end }}
