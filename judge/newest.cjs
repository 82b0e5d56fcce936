// Loaded first, gives every module the newest CDK instead of the oldest that is supported.
const Module = require('node:module');

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...others) {
  const newest = request.replace(/^(aws-cdk-lib|constructs)(?=\/|$)/, '$1-newest');
  return newest === request
    ? resolve.call(this, request, ...others)
    // From here: what stands in other folders doesn't see the packages of the project.
    : resolve.call(this, newest, module, false);
};

// The CDK keeps the stack trace of each resource. Findings show two frames.
Error.stackTraceLimit = 2;
