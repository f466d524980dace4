import ts from "typescript";

export type Json = Record<string, unknown>;
export type Types = ReadonlyMap<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;

/** Gives the options of a JSON schema the comments of the interface that it stands for. */
export function describe(schema: Json, types: Types, name: string): void {
  const type = types.get(name);
  if (!type) return;
  if (ts.isTypeAliasDeclaration(type)) {
    describeAs(schema, types, type.type);
    return;
  }
  for (const parent of type.heritageClauses?.flatMap(({ types: all }) => [...all]) ?? [])
    describe(schema, types, parent.expression.getText());
  describeMembers(schema, types, type.members);
}

function describeMembers(schema: Json, types: Types, members: ts.NodeArray<ts.TypeElement>): void {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  for (const member of members.filter(ts.isPropertySignature)) {
    const option = properties[nameOf(member)];
    if (!option) continue;
    const comment = commentOf(member);
    if (comment !== "") properties[nameOf(member)] = { description: comment, ...option };
    if (member.type) describeAs(properties[nameOf(member)] as Json, types, member.type);
  }
}

function describeAs(schema: Json, types: Types, type: ts.TypeNode): void {
  if (ts.isTypeOperatorNode(type)) describeAs(schema, types, type.type);
  else if (ts.isArrayTypeNode(type)) describeAs((schema.items ?? {}) as Json, types, type.elementType);
  else if (ts.isTypeLiteralNode(type)) describeMembers(schema, types, type.members);
  else if (ts.isUnionTypeNode(type)) describeForms(schema, types, type);
  else if (ts.isTypeReferenceNode(type)) describeNamed(schema, types, type);
}

function describeForms(schema: Json, types: Types, { types: forms }: ts.UnionTypeNode): void {
  for (const form of (schema.anyOf ?? [schema]) as Json[]) for (const one of forms) describeAs(form, types, one);
}

function describeNamed(schema: Json, types: Types, { typeName, typeArguments }: ts.TypeReferenceNode): void {
  const [, value] = typeArguments ?? [];
  if (typeName.getText() !== "Record") describe(schema, types, typeName.getText());
  else if (value) describeAs((schema.additionalProperties ?? {}) as Json, types, value);
}

function nameOf({ name }: ts.PropertySignature): string {
  return name.getText().replaceAll('"', "");
}

/** Its words in one line, without marks of Markdown code. */
function commentOf(member: ts.PropertySignature): string {
  const text = member.getSourceFile().text;
  const range = ts.getLeadingCommentRanges(text, member.pos)?.at(-1);
  if (!range) return "";
  const lines = text.slice(range.pos, range.end).replace(/^\/\*\*|\*\/$/g, "");
  return lines
    .replaceAll(/\n\s*\*/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}
