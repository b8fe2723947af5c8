/** `spoken`: as a secretary writes them. `own`: as an office renamed and reordered them long ago. */
export type TitleStyle = 'canonical' | 'spoken' | 'capitals' | 'own'

interface FormTitle {
  readonly key: string
  readonly spoken: string
  readonly own: string
}

const FIRST: readonly FormTitle[] = [
  { key: 'reference_saisine', spoken: 'Référence saisine', own: 'Réf. saisine' },
  { key: 'association', spoken: 'Association', own: 'Code association' },
  { key: 'convention', spoken: 'Convention', own: 'Code convention' },
  { key: 'date_reception', spoken: 'Date réception', own: 'Reçue le' },
  { key: 'date_premier_contact', spoken: 'Date premier contact', own: '1er contact' },
  { key: 'date_dernier_acte', spoken: 'Date dernier acte', own: 'Dernier acte' },
  { key: 'issue', spoken: 'Issue', own: 'Résultat' },
]

const LAST: readonly FormTitle[] = [
  { key: 'memo_de_vie', spoken: 'Mémo de Vie', own: 'Mémo de Vie présenté' },
  { key: 'observations', spoken: 'Observations', own: 'Remarques' },
]

export interface FormColumn {
  readonly key: string
  readonly title: string
}

/** The columns of a file of forms, in the order of its office. */
export function formColumns(services: readonly string[], style: TitleStyle): FormColumn[] {
  const counted = services.map((key) => ({ key, spoken: spoken(key), own: spoken(key) }))
  const [reference, ...others] = [...FIRST, ...counted, ...LAST]
  const ordered = style === 'own' ? [...others, reference!] : [reference!, ...others]
  return ordered.map((column) => ({ key: column.key, title: title(column, style) }))
}

function title({ key, spoken: words, own }: FormTitle, style: TitleStyle): string {
  if (style === 'canonical') return key
  if (style === 'own') return own
  return style === 'capitals' ? words.toUpperCase() : words
}

function spoken(code: string): string {
  const words = code.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
