/** The keywords of the languages that a construct library is translated to, and names that generated code uses. */
const RESERVED: { readonly [language: string]: string } = {
  'Python': 'and as assert async await break class continue def del elif else except finally for from global if import ' +
    'in is lambda nonlocal not or pass raise return try while with yield self',
  'Java': 'abstract assert boolean break byte case catch char class const continue default do double else enum extends ' +
    'final finally float for goto if implements import instanceof int interface long native new package private ' +
    'protected public return short static strictfp super switch synchronized this throw throws transient try void ' +
    'volatile while build equals hashcode getclass notify notifyall tostring wait',
  'C#': 'abstract as base bool break byte case catch char checked class const continue decimal default delegate do ' +
    'double else enum event explicit extern finally fixed float for foreach goto if implicit in int interface internal ' +
    'is lock long namespace new null object operator out override params private protected public readonly ref return ' +
    'sbyte sealed short sizeof stackalloc static string struct switch this throw try typeof uint ulong unchecked ' +
    'unsafe ushort using virtual void volatile while gethashcode gettype',
  'Go': 'break case chan const continue default defer else fallthrough for func go goto if import interface map package ' +
    'range return select struct switch type var',
};

/** The languages that reserve the name, in any case and with underscores. */
export function languagesReserving(name: string): readonly string[] {
  const plain = name.toLowerCase().replace(/_/g, '');
  return Object.keys(RESERVED).filter(language => RESERVED[language].split(' ').includes(plain));
}
