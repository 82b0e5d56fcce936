import * as fc from 'fast-check';
import { RandomStatement, SET } from './random-documents';
import { PLACE, requestsOf } from './random-requests';
import { compare } from '../../../src/private/comparison/comparison';
import { neededStatements } from '../../../src/private/comparison/needed';
import { readPrintedRole } from '../../../src/private/comparison/printed/printed-role';
import { isAllowed } from '../../support/evaluate';
import { Statement } from '../../support/policies';

// What the check calls granted must be allowed, and what it calls denied must be denied, as an independent evaluator
// decides for requests that the need is for.

const RUNS = 6000;
const SEED = Number(process.env.JUDGE_SEED ?? 18);

test('calls nothing granted that IAM denies, and nothing denied that IAM allows', () => {
  const counts = { granted: 0, refused: 0, unclear: 0, requests: 0 };
  fc.assert(fc.property(SET, fc.nat(), ({ need, statements }, seed) => {
    const verdict = verdictOn(statements, need);
    counts[verdict]++;
    const requests = verdict === 'unclear' ? [] : requestsOf(need, seed);
    counts.requests += requests.length;
    const judged = requests.filter(request => isAllowed(statements as Statement[], request) !== (verdict === 'granted'));
    if (judged.length > 0) {
      throw new Error(`${verdict}, but IAM decides otherwise on ${JSON.stringify(judged[0])}`);
    }
  }), { numRuns: RUNS, seed: SEED });
  expect(counts.granted).toBeGreaterThan(RUNS / 20);
  expect(counts.requests).toBeGreaterThan(RUNS);
});

/** `refused` are verdicts on the whole need: nothing of it is granted. */
function verdictOn(statements: readonly RandomStatement[], need: RandomStatement): 'granted' | 'refused' | 'unclear' {
  const printed = readPrintedRole([JSON.stringify({ Version: '2012-10-17', Statement: statements })], PLACE, { kinds: ['role'] });
  const needed = { place: PLACE, policies: [], ...neededStatements([{ ...need }]) };
  const { missing, unclear } = compare(needed, printed);
  if (missing.length + unclear.length === 0) {
    return 'granted';
  }
  return missing.some(({ reason }) => reason === 'not granted' || reason === 'denied') ? 'refused' : 'unclear';
}
