export interface BudgetLine {
  /** The first two digits of its accounts, or a word when it has none. */
  key: string
  label: string
}

/** The lines of the table of a compte rendu financier (Cerfa 15059), by the classes of the general chart of accounts. */
export const CHARGES: readonly BudgetLine[] = [
  { key: '60', label: '60 Achats' },
  { key: '61', label: '61 Services extérieurs' },
  { key: '62', label: '62 Autres services extérieurs' },
  { key: '63', label: '63 Impôts et taxes' },
  { key: '64', label: '64 Personnel' },
  { key: '65', label: '65 Autres charges de gestion' },
  { key: '66', label: '66 Charges financières' },
  { key: '67', label: '67 Charges exceptionnelles' },
  { key: '68', label: '68 Dotations et engagements' },
  { key: 'charges_tiers', label: 'Sommes remises pour le compte de tiers' },
  { key: 'indirectes', label: 'Charges indirectes affectées' },
  { key: '86', label: '86 Emploi des contributions volontaires' },
]

export const PRODUITS: readonly BudgetLine[] = [
  { key: '70', label: '70 Ventes et prestations' },
  { key: '73', label: '73 Concours publics' },
  { key: '74', label: '74 Subventions' },
  { key: '75', label: '75 Autres produits de gestion' },
  { key: '76', label: '76 Produits financiers' },
  { key: '77', label: '77 Produits exceptionnels' },
  { key: '78', label: '78 Reprises et reports' },
  { key: 'produits_tiers', label: 'Sommes reçues pour le compte de tiers' },
  { key: '87', label: '87 Contributions volontaires' },
]

/** What people write: the first and the third parts. */
export const TEXTS = [
  { key: 'mise_en_oeuvre', part: 1, label: 'Ce qui a été fait' },
  { key: 'public', part: 1, label: 'Pour qui, et pour combien de personnes' },
  { key: 'lieux', part: 1, label: 'Quand et où' },
  { key: 'objectifs', part: 1, label: 'Les objectifs, et ce qui en a été atteint' },
  { key: 'repartition', part: 3, label: 'Comment les charges indirectes sont réparties' },
  { key: 'ecarts', part: 3, label: 'Pourquoi le réalisé s’écarte du prévu' },
  { key: 'contributions', part: 3, label: 'Les contributions volontaires en nature' },
  { key: 'observations', part: 3, label: 'Observations' },
] as const

/** The line of an account: of its class, or of third parties when no line has it. */
export function lineOf(account: string, lines: readonly BudgetLine[]): string {
  const found = lines.find(({ key }) => account.startsWith(key))
  return found?.key ?? (lines === CHARGES ? 'charges_tiers' : 'produits_tiers')
}
