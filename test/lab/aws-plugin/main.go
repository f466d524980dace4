// pulumi-resource-aws: a Terraform AWS provider's binary behind Pulumi's bridge, limited to the types that webtier emits.
// AWSBIN is the path of that binary. `pulumi-resource-aws types` prints each type with its inputs, to be compared with
// the SDK's. The bridge keeps the package that runs a binary to itself, hence the name of this module.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/pulumi/pulumi-terraform-bridge/v3/dynamic/internal/shim/run"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/proto"
	pfbridge "github.com/pulumi/pulumi-terraform-bridge/v3/pkg/pf/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfbridge"
	"github.com/pulumi/pulumi-terraform-bridge/v3/pkg/tfshim"
	"github.com/pulumi/pulumi/sdk/v3/go/common/tokens"
)

const version = "7.48.0" // of @pulumi/aws, which asks for this one

func main() {
	if err := serve(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve(ctx context.Context) error {
	binary := os.Getenv("AWSBIN")
	if binary == "" {
		return fmt.Errorf("AWSBIN must be the path of terraform-provider-aws: `test/lab/build.sh aws-provider` builds one")
	}
	provider, err := run.LocalProvider(ctx, binary)
	if err != nil {
		return fmt.Errorf("%s does not start: %w", binary, err)
	}
	defer provider.Close() // it would stay behind otherwise
	go closeWhenTerminated(provider)
	info := describe(proto.New(ctx, provider))
	if len(os.Args) > 1 && os.Args[1] == "types" {
		return json.NewEncoder(os.Stdout).Encode(inputsByType(info))
	}
	pfbridge.Main(ctx, "aws", info, pfbridge.ProviderMetadata{
		PackageSchema: []byte(`{"name":"aws","version":"` + version + `"}`),
	})
	return nil
}

func closeWhenTerminated(provider io.Closer) {
	terminated := make(chan os.Signal, 1)
	signal.Notify(terminated, syscall.SIGTERM)
	<-terminated
	provider.Close()
	os.Exit(1)
}

func describe(provider shim.Provider) tfbridge.ProviderInfo {
	info := tfbridge.ProviderInfo{
		P:              provider,
		Name:           "aws",
		Version:        version,
		ResourcePrefix: "aws",
		MetadataInfo:   &tfbridge.MetadataInfo{Data: tfbridge.ProviderMetadata(nil)},
		Resources:      map[string]*tfbridge.ResourceInfo{},
		// Differences are told by property, as the SDK's own provider tells them.
		EnableAccuratePFBridgePreview: true,
	}
	for name, token := range types {
		resource := &tfbridge.ResourceInfo{Tok: tokens.Type("aws:" + token), Fields: fields[name]}
		if resource.Fields == nil {
			resource.Fields = map[string]*tfbridge.SchemaInfo{}
		}
		if length, given := longestNames[name]; given {
			resource.Fields["name"] = tfbridge.AutoName("name", length, "-")
		}
		info.Resources[name] = resource
	}
	info.SetAutonaming(255, "-")
	return info
}

// Where the SDK's names differ from those that the bridge would give.
var fields = map[string]map[string]*tfbridge.SchemaInfo{
	"aws_autoscaling_group":       {"tag": {Name: "tags"}},
	"aws_cloudwatch_metric_alarm": {"alarm_name": tfbridge.AutoName("name", 255, "-")},
	"aws_default_security_group":  {"ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
	"aws_key_pair":                {"key_name": tfbridge.AutoName("keyName", 255, "-")},
	"aws_security_group":          {"ingress": {Name: "ingress"}, "egress": {Name: "egress"}},
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
