import User, { type Role } from '#app/accounts/user'
import type Association from '#app/network/association'
import type BankAccount from '#app/network/bank_accounts/bank_account'
import { createAssociation } from '#app/network/create_association'
import { installSettings } from '#app/network/settings/install_settings'
import { proposeBankAccount } from '#app/network/bank_accounts/propose_bank_account'
import { rows } from '#app/shared/rows'
import { isRefused } from '#app/shared/result'

export const IBAN = 'FR7630006000011234567890189'
export const OTHER_IBAN = 'FR7620041010050000000012363'
export const FEDERATION_IBAN = 'FR7610278060000002020202009'

/** Monday 2 November 2026, nine o'clock in Paris. */
export const MONDAY = new Date('2026-11-02T08:00:00Z')

/** The value of an operation that was expected to succeed. */
export function done<T extends object>(result: T): Exclude<T, { refused: unknown }> {
  if (isRefused(result)) throw new Error(JSON.stringify(result.refused))
  return result as Exclude<T, { refused: unknown }>
}

export function codes(result: object): string[] {
  return isRefused(result) ? result.refused.map(({ code }) => code) : []
}

let people = 0

export function person(role: Role, associationId: number | null = null): Promise<User> {
  const email = `${role}.${++people}@exemple.test`
  return User.create({ email, fullName: 'Personne fictive', role, associationId })
}

export async function association(code = 'AV71', actor?: User): Promise<Association> {
  const created = await createAssociation(
    actor ?? (await person('coordinator')),
    {
      code,
      name: `Association fictive ${code}`,
      siret: null,
      rna: null,
      departments: ['71'],
      street: null,
      buildingNumber: null,
      postcode: '71000',
      town: 'Mâcon',
      country: 'FR',
      email: null,
    },
    '2026-01-01'
  )
  return done(created)
}

export async function settings(): Promise<void> {
  const installed = await installSettings(null, {
    federation: { name: 'Fédération fictive', siren: '732829320' },
    address: {
      street: 'rue de la Fiction',
      buildingNumber: '1',
      postcode: '75001',
      town: 'Paris',
      country: 'FR',
    },
    coolingOffHours: 72,
    approvalBands: [
      { fromCents: 5_000_000, approvals: 2 },
      { fromCents: 0, approvals: 1 },
    ],
    legalMentions: ['Données fictives.'],
    fictitious: true,
    missingFormDays: 90,
    reminderDays: 15,
    maskingThreshold: 5,
    batchBooking: true,
    painVersion: 'pain.001.001.09',
    debtorBic: 'CMCIFR2A',
    bankLedger: null,
    payeePolicy: { RVMC: 'confirm', RVNM: 'block', RVNA: 'accept' },
    debtorIban: FEDERATION_IBAN,
  })
  done(installed)
}

export async function proposal(
  associationId: number,
  proposer: User,
  iban = IBAN,
  at = MONDAY
): Promise<BankAccount> {
  const proposed = await proposeBankAccount(
    proposer,
    { associationId, iban, bic: null, holder: 'Association fictive', evidence: 'RIB du dossier 4' },
    at
  )
  return done(proposed).account
}

/** An association's first account, proposed by a coordinator on the Monday. */
export async function firstProposal(): Promise<BankAccount> {
  const proposer = await person('coordinator')
  const { id } = await association('AV71', proposer)
  return proposal(id, proposer)
}

/** How many rows each table holds: a refusal must leave them all as they were. */
export async function counts(...tables: string[]): Promise<number[]> {
  const found = await Promise.all(
    tables.map((table) => rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))
  )
  return found.map(([first]) => first!.n)
}
