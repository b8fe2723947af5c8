import { accountProblems } from '#app/network/bank_accounts/account_problems'
import { associationProblems } from '#app/network/directory/association_problems'
import type { CellProblem } from '#app/network/directory/cell_problem'
import { electronicIban } from '#app/network/bank_accounts/check_iban'
import type { KnownAssociations } from '#app/network/directory/known_associations'
import type { NewAccount, NewAssociation } from '#app/network/new_association'

/** Canonical columns of an `associations` file. */
export const ASSOCIATION_COLUMNS = [
  'code',
  'nom',
  'siret',
  'rna',
  'departements',
  'voie',
  'numero',
  'code_postal',
  'commune',
  'pays',
  'email',
  'titulaire',
  'iban',
  'bic',
] as const

export type AssociationColumn = (typeof ASSOCIATION_COLUMNS)[number]

export interface AssociationRow {
  association: NewAssociation
  /** Null when the row says nothing of an account. */
  account: NewAccount | null
}

type Cells = Readonly<Partial<Record<AssociationColumn, string>>>

/** Reads one row of the file: what to record, or every cell to mend. A missing cell is empty. */
export function checkAssociationRow(
  cells: Cells,
  known: KnownAssociations
): AssociationRow | { problems: CellProblem[] } {
  const association = readAssociation(cells)
  const account = readAccount(cells)
  const problems = [
    ...repeatedCode(association.code, known),
    ...associationProblems(association, known),
    ...(account ? accountProblems(account) : []),
  ]
  return problems.length > 0 ? { problems } : { association, account }
}

/** What the cells say of an association, spaces and case set right; nothing is checked yet. */
export function readAssociation(cells: Cells): NewAssociation {
  return {
    code: text(cells.code),
    name: text(cells.nom),
    siret: compact(cells.siret),
    rna: compact(cells.rna),
    departments: readDepartments(text(cells.departements)),
    street: textOrNull(cells.voie),
    buildingNumber: textOrNull(cells.numero),
    postcode: compact(cells.code_postal),
    town: text(cells.commune),
    country: compact(cells.pays) ?? 'FR',
    email: compact(cells.email)?.toLowerCase() ?? null,
  }
}

function readAccount(cells: Cells): NewAccount | null {
  const account = {
    iban: electronicIban(text(cells.iban)),
    bic: compact(cells.bic),
    holder: text(cells.titulaire),
  }
  return account.iban || account.bic || account.holder ? account : null
}

// A spreadsheet that took the codes for numbers has eaten the zero of the nine first departments.
function readDepartments(list: string): string[] {
  const codes = list.split(/[\s,;/]+/).filter(Boolean)
  return [...new Set(codes.map((code) => code.toUpperCase().padStart(2, '0')))]
}

function repeatedCode(code: string, known: KnownAssociations): CellProblem[] {
  if (!known.inFile.has(code)) return []
  return [
    {
      column: 'code',
      value: code,
      message: `Le code ${code} est déjà sur une ligne plus haut.`,
      remedy: 'Gardez une seule ligne par association.',
    },
  ]
}

function text(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/\s+/g, ' ')
}

function textOrNull(cell: string | undefined): string | null {
  return text(cell) || null
}

function compact(cell: string | undefined): string | null {
  return (cell ?? '').replace(/\s/g, '').toUpperCase() || null
}
