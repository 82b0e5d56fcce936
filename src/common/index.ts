export * from './image-source';
export * from './platform-ec2-role-props';
export * from './platform-policy-props';
export * from './platform-role-props';
export * from './policy-placement';
export * from './s3-location';
