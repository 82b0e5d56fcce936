/** An ARN with `P`, `R` and `A` for its partition, region and account, unless they are wildcards. */
export function inAnyPlace(arn: string): string {
  const [prefix, partition, service, region, account, ...resource] = splitArn(arn);
  const place = (part: string, letter: string) => (part === '' || part === '*' ? part : letter);
  return prefix === 'arn' && resource.length > 0
    ? [prefix, place(partition, 'P'), service, place(region, 'R'), place(account, 'A'), ...resource].join(':')
    : arn;
}

/** References, as `${AWS::Region}`, contain colons. */
function splitArn(arn: string): readonly string[] {
  return arn.match(/(?:\$\{[^}]*\}|[^:])+|(?<=:)(?=:)|(?<=:)$/g) ?? [];
}
