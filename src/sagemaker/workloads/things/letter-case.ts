import { unique } from '../../../private/options/unique';

/**
 * A name as written and in lower case. SageMaker lowers the names in some ARNs, such as those of pipelines, and it is
 * not documented which form it authorizes. IAM compares both exactly. Tokens stay as they are.
 */
export function inBothCases(name: string): readonly string[] {
  return unique([name, lowered(name)]);
}

function lowered(text: string): string {
  return text.split(/(\$\{Token\[[^\]]*\]\})/)
    .map((part, index) => index % 2 === 0 ? part.toLowerCase() : part)
    .join('');
}
