# An example; every id in it is made up. Addresses are those that the providers publish: check them
# before you enforce them.
region = "eu-west-1"
zones  = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]

certificate_arn = "arn:aws:acm:eu-west-1:111122223333:certificate/00000000-0000-4000-8000-000000000001"
administrators  = ["arn:aws:iam::111122223333:role/platform-administrators"]

alarm_subscribers = {
  on-call = { protocol = "email", endpoint = "on-call@example.org" }
}

endpoints = {
  stripe       = {}
  paypal       = {}
  paystack     = {}
  wave         = {}
  mtn-momo     = { signed = false }
  orange-money = { signed = false }
  telegram     = { asks_api = false }
}

provider_sources = {
  stripe = {
    addresses = [
      "3.18.12.63/32", "3.130.192.231/32", "13.235.14.237/32", "13.235.122.149/32", "18.211.135.69/32",
      "35.154.171.200/32", "52.15.183.38/32", "54.88.130.119/32", "54.88.130.237/32", "54.187.174.169/32",
      "54.187.205.235/32", "54.187.216.72/32",
    ]
  }
  paystack = { addresses = ["52.31.139.75/32", "52.49.173.169/32", "52.214.14.220/32"] }
  wave = {
    addresses = [
      "104.155.43.220/32", "34.140.23.175/32", "34.22.138.147/32", "34.76.157.22/32", "34.78.253.137/32",
      "34.79.119.200/32", "35.189.207.30/32", "35.195.255.192/32", "35.205.122.113/32", "35.205.190.121/32",
      "35.233.61.130/32", "35.240.61.196/32", "35.240.75.65/32", "35.241.190.127/32", "35.241.219.1/32",
    ]
  }
  telegram = { addresses = ["149.154.160.0/20", "91.108.4.0/22"] }
}

# Without this block nothing leaves the VPC. Mail goes through the VPC endpoint of SES and needs none.
egress = {
  gateway        = ["api.paypal.com"]
  payment-worker = ["api.stripe.com", "api-m.paypal.com", "api.paystack.co", "api.wave.com", "proxy.momoapi.mtn.com", "api.orange.com"]
  notifier       = ["api.telegram.org"]
}
