module webtier.lab/aws-provider

go 1.26

require github.com/upbound/terraform-provider-aws v0.0.0-20251204202605-7049bcc1808e
