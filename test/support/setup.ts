// The CDK validator takes a second in each process: only one test suite turns it on.
process.env.CDK_VALIDATION ??= 'false';
