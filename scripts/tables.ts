/** A table of Markdown: an empty cell has a dash. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell || '–').join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line), ''].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** Joins actions: `s3:{GetObject,PutObject}` instead of two lines. */
export function byService(actions: readonly string[]): string[] {
  const services = [...new Set(actions.map(action => action.split(':')[0]))];
  return services.map(service => {
    const ofService = actions.filter(action => action.split(':')[0] === service);
    return ofService.length === 1
      ? ofService[0]
      : `${service}:{${ofService.map(action => action.split(':')[1]).join(',')}}`;
  });
}
