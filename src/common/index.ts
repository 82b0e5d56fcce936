export * from './image-source';
export * from './platform-role-props';
export * from './policy-placement';
export * from './s3-location';
