// pulumi-resource-openstack: the public Terraform provider behind Pulumi's bridge, limited to the types that webtier emits.
// `pulumi-resource-openstack types` prints each type with its inputs, to be compared with the SDK's.
package main

import (
	"encoding/json"
	"os"

	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	shimv2 "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim/sdk-v2"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
	tf "github.com/terraform-provider-openstack/terraform-provider-openstack/openstack"
)

const version = "3.15.2" // of @pulumi/openstack, whose provider is built from the same modules

// Tokens of @pulumi/openstack by the names of the Terraform provider.
var types = map[string]string{
	"openstack_compute_instance_v2":                "compute/instance:Instance",
	"openstack_compute_keypair_v2":                 "compute/keypair:Keypair",
	"openstack_compute_servergroup_v2":             "compute/serverGroup:ServerGroup",
	"openstack_identity_application_credential_v3": "identity/applicationCredential:ApplicationCredential",
	"openstack_keymanager_container_v1":            "keymanager/containerV1:ContainerV1",
	"openstack_keymanager_secret_v1":               "keymanager/secretV1:SecretV1",
	"openstack_lb_l7policy_v2":                     "loadbalancer/l7PolicyV2:L7PolicyV2",
	"openstack_lb_l7rule_v2":                       "loadbalancer/l7RuleV2:L7RuleV2",
	"openstack_lb_listener_v2":                     "loadbalancer/listener:Listener",
	"openstack_lb_loadbalancer_v2":                 "loadbalancer/loadBalancer:LoadBalancer",
	"openstack_lb_member_v2":                       "loadbalancer/member:Member",
	"openstack_lb_monitor_v2":                      "loadbalancer/monitor:Monitor",
	"openstack_lb_pool_v2":                         "loadbalancer/pool:Pool",
	"openstack_networking_floatingip_v2":           "networking/floatingIp:FloatingIp",
	"openstack_networking_floatingip_associate_v2": "networking/floatingIpAssociate:FloatingIpAssociate",
	"openstack_networking_network_v2":              "networking/network:Network",
	"openstack_networking_port_v2":                 "networking/port:Port",
	"openstack_networking_router_v2":               "networking/router:Router",
	"openstack_networking_router_interface_v2":     "networking/routerInterface:RouterInterface",
	"openstack_networking_secgroup_v2":             "networking/secGroup:SecGroup",
	"openstack_networking_secgroup_rule_v2":        "networking/secGroupRule:SecGroupRule",
	"openstack_networking_subnet_v2":               "networking/subnet:Subnet",
	"openstack_orchestration_stack_v1":             "orchestration/stackV1:StackV1",
}

func main() {
	info := provider()
	if len(os.Args) > 1 && os.Args[1] == "types" {
		if err := json.NewEncoder(os.Stdout).Encode(inputsByType(info)); err != nil {
			os.Exit(1)
		}
		return
	}
	tfbridge.Main("openstack", version, info, []byte(`{"name":"openstack","version":"`+version+`"}`))
}

func provider() tfbridge.ProviderInfo {
	info := tfbridge.ProviderInfo{
		P:           shimv2.NewProvider(tf.Provider()),
		Name:        "openstack",
		Version:     version,
		Resources:   map[string]*tfbridge.ResourceInfo{},
		DataSources: map[string]*tfbridge.DataSourceInfo{},
	}
	for name, token := range types {
		info.Resources[name] = &tfbridge.ResourceInfo{Tok: tokens.Type("openstack:" + token)}
	}
	info.SetAutonaming(255, "-") // without it a Heat stack has no name
	return info
}

func inputsByType(info tfbridge.ProviderInfo) map[string][]string {
	listed := map[string][]string{}
	for name, resource := range info.Resources {
		schema := info.P.ResourcesMap().Get(name).Schema()
		inputs := []string{}
		schema.Range(func(key string, field shim.Schema) bool {
			if field.Optional() || field.Required() {
				inputs = append(inputs, tfbridge.TerraformToPulumiNameV2(key, schema, resource.Fields))
			}
			return true
		})
		listed[string(resource.Tok)] = inputs
	}
	return listed
}
