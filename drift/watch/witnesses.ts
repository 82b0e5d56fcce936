import { differencesOf, Finding } from '../difference';
import { daysBetween } from './sources';

/** AWS changes something in each of these far more often. */
const DAYS = 90;

/** Packages whose facts are old: without newer ones the job would find nothing, and would be content. */
export function witnessDrift(dates: Readonly<Record<string, string>>, today: string): Finding {
  const differences = Object.entries(dates).filter(([, date]) => daysBetween(date, today) > DAYS)
    .map(([name, date]) => differencesOf('witnesses', name)(`~ its facts end on ${date}: look for a package that goes on`));
  return { differences, notes: Object.entries(dates).map(([name, date]) => `${name} has facts up to ${date}`) };
}
