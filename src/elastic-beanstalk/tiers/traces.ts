import { ANY, DocumentedStatement, Source } from '../../private/statements/documented-statement';

/** Sends traces to AWS X-Ray, and asks which requests to trace. */
export function sendTraces(sid: string, source: Source): DocumentedStatement {
  return {
    sid,
    source,
    actions: [
      'xray:GetSamplingRules',
      'xray:GetSamplingStatisticSummaries',
      'xray:GetSamplingTargets',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ],
    resources: ANY,
  };
}
