# The one public door. It knows one path, /webhooks/*, and answers 404 to everything else, so that
# neither actuator nor operations can be asked for from outside.
resource "aws_lb" "this" {
  name               = var.name
  load_balancer_type = "application"
  internal           = false
  subnets            = var.subnet_ids
  security_groups    = [var.security_group_id]

  drop_invalid_header_fields = true
  desync_mitigation_mode     = "strictest"
  enable_deletion_protection = true
  enable_http2               = true
  preserve_host_header       = true
  xff_header_processing_mode = "append"
  # A provider's slowest acknowledged request, with room; the gateway's own limits are shorter.
  idle_timeout = 30

  access_logs {
    enabled = true
    bucket  = var.access_logs_bucket
    prefix  = "alb"
  }
}

resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"

  default_action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = var.ssl_policy
  certificate_arn   = var.certificate_arn

  routing_http_response_strict_transport_security_header_value = "max-age=31536000; includeSubDomains"
  routing_http_response_x_content_type_options_header_value    = "nosniff"
  routing_http_response_server_enabled                         = false

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      message_body = "Not found"
      status_code  = "404"
    }
  }
}

resource "aws_lb_listener_rule" "webhooks" {
  listener_arn = aws_lb_listener.https.arn
  priority     = 100

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.gateway.arn
  }

  condition {
    path_pattern {
      values = ["/webhooks/*"]
    }
  }
}

# Pods join by their addresses, through a TargetGroupBinding of the chart.
resource "aws_lb_target_group" "gateway" {
  name        = "${var.name}-gateway"
  target_type = "ip"
  vpc_id      = var.vpc_id
  port        = 8080
  protocol    = "HTTP"

  # As long as the gateway takes to finish what it has accepted.
  deregistration_delay          = 30
  load_balancing_algorithm_type = "least_outstanding_requests"

  health_check {
    port                = "9080"
    path                = "/actuator/health/readiness"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }
}
