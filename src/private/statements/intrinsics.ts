import { Aws } from 'aws-cdk-lib';

// Texts as the template has them. The CDK resolves each token of each text anew, several times in a synthesis: for the
// ARNs of a role that takes longer than all the rest.

/** What templates have for the tokens of pseudo parameters, which are the same in every app. */
const REFERENCES: ReadonlyMap<string, object> = new Map(Object.entries({
  'AWS::AccountId': Aws.ACCOUNT_ID,
  'AWS::Partition': Aws.PARTITION,
  'AWS::Region': Aws.REGION,
  'AWS::URLSuffix': Aws.URL_SUFFIX,
}).map(([name, token]) => [token, { Ref: name }]));

/** Tokens of texts, with `#` of lists, and of numbers. */
const TOKENS = /[$#]\{Token\[[\w.:-]+\]\}|-1\.\d{10,16}e\+289/g;
const TOKEN = new RegExp(`(${TOKENS.source})`);

/** How the CDK marks an intrinsic function whose value is a text. */
const TYPE_HINT = Symbol.for('@aws-cdk/core.resolvedTypeHint');

class Join {
  public readonly 'Fn::Join': readonly [delimiter: '', parts: readonly (string | object)[]];

  constructor(parts: readonly (string | object)[]) {
    this['Fn::Join'] = ['', parts];
  }

  public get [TYPE_HINT](): string {
    return 'string';
  }
}

/** The text as the template has it, as far as all of its tokens are pseudo parameters. */
export function inTemplate(text: string): string | Join {
  if (!text.includes('${Token[')) {
    return text;
  }
  const parts: (string | object)[] = [];
  for (const [index, part] of text.split(TOKEN).entries()) {
    const rendered = index % 2 === 0 ? part : REFERENCES.get(part);
    if (rendered === undefined) {
      return text;
    }
    if (rendered !== '') {
      parts.push(rendered);
    }
  }
  // A text that is a token as a whole is not joined from parts.
  return parts.length > 1 ? new Join(parts) : text;
}

/** The tokens in JSON that the CDK must resolve, such as references to resources, in a form that it resolves. */
export function unresolvedIn(json: string): readonly unknown[] {
  const tokens = new Set(json.match(TOKENS));
  return [...tokens].filter(token => !REFERENCES.has(token)).map(token => token.startsWith('#') ? [token] : token);
}
