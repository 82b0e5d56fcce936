// The validator of CDK costs a second in each process: one suite of its own switches it on.
process.env.CDK_VALIDATION ??= 'false';
