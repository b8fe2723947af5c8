import { loadAccountMapping, type AccountMapping } from '#app/ledger/account_mapping'
import type Run from '#app/settlement/run'
import type { StatementData, StatementFederation } from '#app/statements/content/statement_data'
import { postalAddress, type PostalAddress } from '#app/statements/content/postal_address'
import { parisDay, type Day } from '#app/shared/day'
import { row, rows } from '#app/shared/rows'
import { loadSettings } from '#app/shared/settings'

/** An association that has lines in the run. */
export interface IssuedAssociation {
  id: number
  code: string
  name: string
  siret: string | null
  address: string[]
}

/** What all the statements of a run share, read once. */
export interface IssueContext {
  run: Run
  issuedAt: Date
  issuedOn: Day
  fictitious: boolean
  federation: StatementFederation
  convention: StatementData['convention']
  mapping: AccountMapping
  /** In the order of their codes: the order of the statements' numbers. */
  associations: IssuedAssociation[]
}

export async function loadIssueContext(run: Run): Promise<IssueContext> {
  const settings = await loadSettings()
  const convention = await row<{
    code: string
    title: string
    funder: string
    fictitious: boolean
  }>(
    `SELECT c.code, c.title, f.name AS funder, c.fictitious_amounts AS fictitious
     FROM conventions c JOIN funders f ON f.id = c.funder_id WHERE c.id = ?`,
    [run.conventionId]
  )
  const { fictitious, ...described } = convention!
  const issuedAt = run.issuedAt!.toJSDate()
  return {
    run,
    issuedAt,
    issuedOn: parisDay(issuedAt),
    fictitious: fictitious || settings.fictitious,
    federation: {
      ...settings.federation,
      address: postalAddress(settings.address),
      legalMentions: [...settings.legalMentions],
    },
    convention: described,
    mapping: await mappingOf(run.conventionId),
    associations: await associationsOf(run.id),
  }
}

async function mappingOf(conventionId: number): Promise<AccountMapping> {
  const mapping = await loadAccountMapping(conventionId)
  if (!mapping) throw new Error(`Convention ${conventionId} has no account mapping`)
  return mapping
}

async function associationsOf(runId: number): Promise<IssuedAssociation[]> {
  const found = await rows<AssociationRow>(
    `SELECT id, code, name, siret, street, building_number AS "buildingNumber", postcode, town, country
     FROM associations WHERE id IN (SELECT association_id FROM settlement_lines WHERE run_id = ?) ORDER BY code`,
    [runId]
  )
  return found.map(({ id, code, name, siret, ...address }) => ({
    id,
    code,
    name,
    siret,
    address: postalAddress(address),
  }))
}

type AssociationRow = Omit<IssuedAssociation, 'address'> & PostalAddress
