// Loaded first, keeps the statements that the library assembles: templates don't say why they are there.
const Module = require('node:module');

globalThis.documentedStatements = [];

const load = Module._load;
Module._load = function (request, ...others) {
  const loaded = load.call(this, request, ...others);
  if (!/(^|\/)policy-assembly$/.test(request) || !loaded.assemble) {
    return loaded;
  }
  const assemble = (scope, placement, features, ...rest) => {
    globalThis.documentedStatements.push(
      ...features.flatMap(({ statements }) => statements.map(statement => ({ scope, statement }))));
    return loaded.assemble(scope, placement, features, ...rest);
  };
  return new Proxy({}, { get: (_, name) => name === 'assemble' ? assemble : loaded[name] });
};
