import { durationWords } from '../../../cli/text/words';

test.each([[43_200, '12 hours'], [3_600, '1 hour'], [5_400, '90 minutes'], [3_601, '3601 seconds'], ['${Longest}', '${Longest}']])(
  'a duration of %s', (duration, words) => {
    expect(durationWords(duration)).toBe(words);
  });
