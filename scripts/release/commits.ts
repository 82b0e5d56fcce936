/** A conventional commit. */
export interface Commit {
  readonly type: string;
  readonly scope?: string;
  readonly subject: string;
  /** What breaks, if something does. */
  readonly breaking?: string;
}

/** Between commits, which have several lines. */
const END = '\u001e';

/** The format for `git log --format` that `parseCommits` reads. */
export const LOG_FORMAT = `%B${END}`;

/** Reads the output of git log. Other commits, such as merges, change nothing for users. */
export function parseCommits(log: string): readonly Commit[] {
  return log.split(END).flatMap(text => parseCommit(text.trim()));
}

function parseCommit(text: string): readonly Commit[] {
  const [header, ...body] = text.split('\n');
  const match = /^(?<type>[a-z]+)(?:\((?<scope>[^()]+)\))?(?<mark>!)?: (?<subject>.+)$/.exec(header)?.groups;
  if (!match) {
    return [];
  }
  const footer = /^BREAKING[ -]CHANGE: ([^]+)/m.exec(body.join('\n'))?.[1].split('\n\n')[0].replace(/\s+/g, ' ').trim();
  const breaking = footer ?? (match.mark && match.subject);
  return [{
    type: match.type,
    ...match.scope && { scope: match.scope },
    subject: match.subject,
    ...breaking && { breaking },
  }];
}
