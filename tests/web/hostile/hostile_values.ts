/** What nobody types: pairs of a form, or a value that only JSON can hold. */
export interface Hostile {
  name: string
  pairs?: (field: string) => [name: string, value: string][]
  json?: unknown
  /** Worth looking at the page that follows. */
  followed?: boolean
}

export const SCRIPT = `<script>alert(1)</script>"'>`

function text(name: string, value: string, followed = false): Hostile {
  return { name, pairs: (field) => [[field, value]], followed }
}

/** Each field takes one of each family, another one for the next field: refused ones first. */
const FAMILIES: readonly (readonly Hostile[])[] = [
  [
    {
      name: 'liste',
      pairs: (field) => [`${field}[]`, `${field}[]`, `${field}[3]`].map((name) => [name, SCRIPT]),
      followed: true,
    },
    {
      name: 'objet',
      pairs: (field) =>
        ['a', '__proto__', 'constructor', 'toString'].map((key) => [`${field}[${key}]`, '1']),
    },
    { name: 'null', json: null },
    { name: 'booléen', json: true },
    { name: 'nombre', json: 1e30 },
    { name: 'listes emboîtées', json: [[['a']], { b: [null] }] },
  ],
  [text('NUL', 'a\0b'), { name: 'NUL en JSON', json: 'a\0b' }],
  [text('__proto__', '__proto__'), text('toString', 'toString')],
  [
    text('10^30', `1${'0'.repeat(30)}`),
    text('plus qu’un entier', '2147483648'),
    text('plus qu’un identifiant', '9007199254740993'),
    text('montant démesuré', '99999999999999,99'),
    text('chiffres arabes', '٣'.repeat(300)),
  ],
  [text('négatif', '-1'), text('-0', '-0'), text('NaN', 'NaN'), text('minuscule', '0,0000000001')],
  [text('30 février', '2026-02-30'), text('an zéro', '0000-01-01'), text('fin', '9999-12-31')],
  [
    text('SQL', `' OR 1=1--`),
    text('en-tête', 'a\r\nSet-Cookie: volée=1\r\n\r\n<b>'),
    text('signes de contrôle', 'a\u0001\u0007\u001b[31m\u007f\u0085\u202e\ufeff'),
    text('emoji', '👩🏽‍⚖️🇫🇷'),
  ],
  [{ name: 'demi-signe', json: 'a\ud800b' }],
  [text('très long', 'é'.repeat(20_000))],
  [text('script', SCRIPT, true)],
]

/** The values for the field of that rank: of every family (WEB_ALL=1), or of every other one, in turn. */
export function hostileValues(rank: number): Hostile[] {
  return FAMILIES.filter((_, n) => process.env.WEB_ALL || (rank + n) % 2 === 0).map(
    (family) => family[Math.floor(rank / 2) % family.length]!
  )
}
