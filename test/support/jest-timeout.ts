// No test is timed, and machines may be busy.
jest.setTimeout(300_000);
