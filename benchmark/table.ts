/** Prints the rows of a table: the first column is aligned left, the others right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])));
    console.log(cells.join('  ').trimEnd());
  }
  console.log();
}

/** Rounds to three significant digits, with a thousands separator. */
export function shown(value: number): string {
  return value.toLocaleString('en-US', { maximumSignificantDigits: 3, minimumSignificantDigits: value < 100 ? 3 : 1 });
}
