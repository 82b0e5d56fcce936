import { anchorOf, code, link } from './reference/markdown';
import { allConstructs, statementOf } from '../cli/facts/catalogue';

/** The parts of a template that grant something. */
interface Granting {
  readonly Resources?: Readonly<Record<string, {
    readonly Type: string;
    readonly Properties?: {
      readonly Policies?: readonly { readonly PolicyDocument: Document }[];
      readonly PolicyDocument?: Document;
    };
  }>>;
}

interface Document {
  readonly Statement: readonly { readonly Sid?: string }[];
}

/** The line below a program of a guide: the statements that its constructs have, by feature, with links. */
export function grantedLine(program: string, templates: readonly Granting[]): string | undefined {
  const sids = [...new Set(templates.flatMap(sidsOf))];
  const parts = allConstructs().filter(({ name }) => program.includes(`new ${name}(`)).flatMap(({ name, platform }) => {
    const features = [...new Set(sids.flatMap(sid => statementOf(name, sid)?.feature ?? []))].sort();
    const page = `reference/${platform}/${name}-statements.md`;
    return features.length > 0
      ? [`${code(name)} ${features.map(feature => link(feature, `${page}#${anchorOf(feature)}`)).join(', ')}`] : [];
  });
  return parts.length > 0 ? `**Granted:** ${parts.join('; ')}.` : undefined;
}

function sidsOf({ Resources = {} }: Granting): readonly string[] {
  return Object.values(Resources)
    .filter(({ Type }) => Type.startsWith('AWS::IAM::'))
    .flatMap(({ Properties: { Policies = [], PolicyDocument } = {} }) =>
      [...Policies.map(policy => policy.PolicyDocument), ...PolicyDocument ? [PolicyDocument] : []])
    .flatMap(({ Statement }) => Statement.flatMap(({ Sid }) => Sid ?? []));
}
