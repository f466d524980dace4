// Sources: Load Balancing API reference (RedirectRule, RedirectUri: its tokens bring their own slash and question mark, and a
// port that is left out is the one that was asked); read 2026-11.
import { outputOf, type Planned, type Ref } from "../../core/planned.js";
import type { DeclaredListener } from "../../spec/listener.js";
import { ruleName } from "./physical-names.js";
import { resource } from "./resources.js";

const everyPath = { attributeName: "PATH", attributeValue: "/", operator: "FORCE_LONGEST_PREFIX_MATCH" } as const;

export function redirection({ name, spec }: DeclaredListener, responseCode: number): Record<string, Planned> {
  if (!spec.redirect) return {};
  const { port } = spec.redirect.to.spec;
  const planned = resource(
    "oci:LoadBalancer/ruleSet:RuleSet",
    {
      name: ruleName(`${name}_redirect`),
      loadBalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
      items: [
        {
          action: "REDIRECT",
          conditions: [everyPath],
          redirectUri: { protocol: "HTTPS", host: "{host}", port, path: "{path}", query: "{query}" },
          responseCode,
        },
      ],
    },
    { options: { deleteBeforeReplace: false } },
  );
  return { redirect: planned };
}
