/** What the page says in any case. */

export const standing = `Each trial has an account of its own. After destroy the cloud is asked through its own API what stands in that account, and the answer must equal what stood there before the trial. The lines of changes are compared whole with what is expected, so a replacement that nobody asked for fails.

How to run it is in the README; \`npm run test:live\` runs the same against an account of your own.`;

export const limits = `## What this does not show

* **OCI was not stood up.** Its provider plugin is in no package registry. Instead every resource of every example and of some hundreds of random programs is checked against tables of the provider's schema (types, required inputs, exclusions) and of the service's limits, and the order and options of the plan against what the provider was seen to need. \`npm run test:live -- oci\` is for whoever has an account.
* **The language host of Node is not published as a module.** Programs run inline, through the Automation API: the entry file is loaded unmodified, by a process that serves the language protocol itself.
* **The OpenStack control plane is real; what it would control is not.** Keystone, Neutron, Nova, Octavia, Heat, Aodh, Gnocchi, Glance, Placement and Barbican are the published services. Balancers carry no traffic, servers do not boot, and metrics are fed by the tests: \`test/lab/README.md\` says what plays each part.
* **AWS is moto**, which keeps resources and answers about them. It accepts numbers and combinations that AWS refuses, and it has no instance refresh: such calls are checked against botocore's service models instead. It runs no traffic, no health checks and no alarms. The AWS provider is 6.13.0, older than the one inside the SDK, because a later one speaks a protocol that moto does not know.
* The plugins are built from the public Terraform providers behind Pulumi's bridge, cut to the types that this library makes; they are not the published binaries. The AWS one keeps nothing in the state that failed while it was made; the published one keeps it with its error.`;
