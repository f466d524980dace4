// Prints what each resource of the Terraform AWS provider takes, and what a change of it does: an input that makes the
// resource anew has " ~" behind its name. The names are those that Pulumi's bridge gives. It is built inside a copy of the
// provider's source, whose packages are its own: see make.sh.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"unique"

	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/schema"
	"github.com/hashicorp/terraform-provider-aws/internal/conns"
	"github.com/hashicorp/terraform-provider-aws/internal/service/acm"
	"github.com/hashicorp/terraform-provider-aws/internal/service/autoscaling"
	"github.com/hashicorp/terraform-provider-aws/internal/service/cloudwatch"
	"github.com/hashicorp/terraform-provider-aws/internal/service/ec2"
	"github.com/hashicorp/terraform-provider-aws/internal/service/elbv2"
	"github.com/hashicorp/terraform-provider-aws/internal/service/iam"
	inttypes "github.com/hashicorp/terraform-provider-aws/internal/types"
	tfunique "github.com/hashicorp/terraform-provider-aws/internal/unique"
)

type fields map[string]any

func main() {
	ctx := context.Background()
	wanted := os.Args[1:]
	found := map[string]fields{}
	for _, of := range []conns.ServicePackage{
		acm.ServicePackage(ctx), autoscaling.ServicePackage(ctx), cloudwatch.ServicePackage(ctx),
		ec2.ServicePackage(ctx), elbv2.ServicePackage(ctx), iam.ServicePackage(ctx),
	} {
		for _, one := range of.SDKResources(ctx) {
			if slices.Contains(wanted, one.TypeName) {
				found[one.TypeName] = placed(ofPlugin(one.Factory().SchemaMap()), one.Region)
			}
		}
		for _, one := range of.FrameworkResources(ctx) {
			if slices.Contains(wanted, one.TypeName) {
				made, err := one.Factory(ctx)
				check(err)
				found[one.TypeName] = placed(ofFramework(ctx, made), one.Region)
			}
		}
	}
	check(json.NewEncoder(os.Stdout).Encode(found))
}

// The provider gives a region to most types, and makes a resource anew for another one.
func placed(inputs fields, region unique.Handle[inttypes.ServicePackageResourceRegion]) fields {
	if !tfunique.IsHandleNil(region) && region.Value().IsOverrideEnabled {
		inputs["region ~"] = "value"
	}
	return inputs
}

func ofPlugin(of map[string]*schema.Schema) fields {
	inputs := fields{}
	for name, one := range of {
		if !one.Optional && !one.Required {
			continue
		}
		key := named(name)
		many := (one.Type == schema.TypeList || one.Type == schema.TypeSet) && one.MaxItems != 1
		if many {
			key = plural(key)
		}
		if one.ForceNew {
			key += " ~"
		}
		inputs[key] = shapeOf(one, many)
	}
	return inputs
}

func shapeOf(one *schema.Schema, many bool) any {
	var inner any = "value"
	if block, isBlock := one.Elem.(*schema.Resource); isBlock {
		inner = ofPlugin(block.SchemaMap())
	}
	if one.Type == schema.TypeMap {
		return fields{"*": "value"}
	}
	if many {
		return []any{inner}
	}
	return inner
}

// The modifiers of an attribute say in words that they make the resource anew.
func ofFramework(ctx context.Context, made resource.Resource) fields {
	var answer resource.SchemaResponse
	made.Schema(ctx, resource.SchemaRequest{}, &answer)
	inputs := fields{}
	for name, one := range answer.Schema.Attributes {
		if !one.IsOptional() && !one.IsRequired() {
			continue
		}
		key := named(name)
		if isReplacing(ctx, one) {
			key += " ~"
		}
		inputs[key] = "value"
		if name == "tags" {
			inputs[key] = fields{"*": "value"}
		}
	}
	return inputs
}

func isReplacing(ctx context.Context, attribute any) bool {
	modifiers := reflect.Indirect(reflect.ValueOf(attribute)).FieldByName("PlanModifiers")
	if !modifiers.IsValid() {
		return false
	}
	for index := range modifiers.Len() {
		said, speaks := modifiers.Index(index).Interface().(interface{ Description(context.Context) string })
		if speaks && strings.Contains(said.Description(ctx), "destroy and recreate") {
			return true
		}
	}
	return false
}

// As the SDK says it.
func named(name string) string {
	if name == "alarm_name" {
		return "name"
	}
	return camel(name)
}

func camel(name string) string {
	words := strings.Split(name, "_")
	for index, word := range words[1:] {
		words[index+1] = strings.ToUpper(word[:1]) + word[1:]
	}
	return strings.Join(words, "")
}

func plural(name string) string {
	switch {
	case strings.HasSuffix(name, "s"):
		return name
	case strings.HasSuffix(name, "y"):
		return strings.TrimSuffix(name, "y") + "ies"
	}
	return name + "s"
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
