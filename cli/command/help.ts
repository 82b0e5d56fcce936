// What `--help` prints below the options.

const EXIT_CODES = `
Exit codes:
  0  fine
  1  a finding of --fail-on, or a live role that lacks something
  2  wrong usage or input
`;

export const PROGRAM_HELP = `
Examples:
  $ cdk synth && npx cdk-platform-iam review
  $ npx cdk-platform-iam explain s3:GetBucketAcl
  $ npx cdk-platform-iam check --role Churn/Role --live role.json

It reads what 'cdk synth' wrote, of an app in any language. It calls no AWS API, and needs no network and no credentials.
${EXIT_CODES}`;

export const REVIEW_HELP = `
Findings for --fail-on, several with commas:
  wider     a role may do more than in the app of --base
  changed   a role or policy differs from the app of --base
  wide      a statement is wide without a reason
  warnings  a warning or an error that nobody acknowledged
  quotas    a quota of IAM is almost used up, or exceeded

Examples:
  $ npx cdk-platform-iam review
  $ npx cdk-platform-iam review --output review.html
  $ npx cdk-platform-iam review --base main.out --format markdown --fail-on wider
  $ npx cdk-platform-iam review --output review.sarif --fail-on wide,warnings
  $ npx cdk-platform-iam review --between ../old/node_modules/cdk-platform-iam node_modules/cdk-platform-iam
${EXIT_CODES}`;

export const EXPLAIN_HELP = `
Without a message, it reads the standard input.

Examples:
  $ npx cdk-platform-iam explain 'User: arn:aws:sts::111122223333:assumed-role/Training/i-0 is not authorized to perform: s3:GetBucketAcl on resource: arn:aws:s3:::churn because no identity-based policy allows the s3:GetBucketAcl action'
  $ npx cdk-platform-iam explain s3:GetBucketAcl --construct SageMakerExecutionRole
  $ npx cdk-platform-iam explain --app cdk.out < message.txt
${EXIT_CODES}`;

export const CHECK_HELP = `
Examples:
  $ npx cdk-platform-iam check --role Churn/Role --live role.json
  $ npx cdk-platform-iam check --construct SageMakerExecutionRole --options options.json --live role.json
${EXIT_CODES}`;
