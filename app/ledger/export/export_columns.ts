/** The 18 columns of accounting entries, in the order of article A47 A-1 of the Livre des procédures fiscales. */
export const EXPORT_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const

export const SEPARATORS = { tab: '\t', pipe: '|' } as const

export type Separator = (typeof SEPARATORS)[keyof typeof SEPARATORS]
