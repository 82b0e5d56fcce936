import { isOfWeb, prose } from './escape';

/** The addresses that a section links to. The section lists each address once, since a table repeats them. */
export class Sources {
  private readonly addresses: string[] = [];

  /** @param section a name that no other section has */
  constructor(private readonly section: number) {}

  /** A link, or its text alone if it is not a web address. */
  public link(text: string, url: string): string {
    if (!isOfWeb(url)) {
      return prose(text);
    }
    if (!this.addresses.includes(url)) {
      this.addresses.push(url);
    }
    return `[${prose(text)}][${this.labelOf(this.addresses.indexOf(url))}]`;
  }

  public definitions(): string {
    return this.addresses.map((url, index) => `[${this.labelOf(index)}]: ${url}`).join('\n');
  }

  private labelOf(index: number): string {
    return `${this.section}.${index + 1}`;
  }
}
