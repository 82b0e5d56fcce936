import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '..', 'src');
const MODULES = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

// Whatever part of the bundle a user asks for first runs first.
test.each(MODULES)('%s loads before any other module', file => {
  jest.isolateModules(() => {
    expect(() => jest.requireActual<object>(join(SOURCES, file))).not.toThrow();
  });
});
