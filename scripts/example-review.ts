import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleReviews, REVIEWS } from './example-reviews';

// Writes the review of the example app, which a test compares.

void exampleReviews().then(files => {
  mkdirSync(REVIEWS, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(REVIEWS, name), text);
    console.log(`${name}: ${text.length} characters`);
  }
});
