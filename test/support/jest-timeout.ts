// No test measures time, and machines may be busy.
jest.setTimeout(300_000);
