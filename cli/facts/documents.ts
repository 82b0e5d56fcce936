/** Where the documents of the package are. */
export const REPOSITORY = 'https://github.com/cdk-platform-iam/cdk-platform-iam/blob/main';
