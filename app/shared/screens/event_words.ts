import { formatAmount, formatDay } from '#app/shared/french_format'

/** What an event recorded, before or after: shapes differ from verb to verb, and older events have older ones. */
export type Facts = Readonly<Record<string, unknown>>

export function facts(value: unknown): Facts {
  return typeof value === 'object' && value !== null ? (value as Facts) : {}
}

export function text(value: unknown): string {
  return typeof value === 'string' && value !== '' ? value : 'sans nom'
}

export function day(value: unknown): string {
  return typeof value === 'string' ? formatDay(value.slice(0, 10)) : 'jour inconnu'
}

export function amount(value: unknown): string {
  return typeof value === 'number' ? formatAmount(value) : 'montant inconnu'
}

export function why(reason: unknown): string {
  return typeof reason === 'string' && reason !== '' ? ` «\u00a0${reason}\u00a0»` : ''
}

export function of(given: unknown, needed: unknown): string {
  return typeof given === 'number' && typeof needed === 'number' ? ` (${given} sur ${needed})` : ''
}

const FIELDS: Readonly<Record<string, string>> = {
  name: 'nom',
  siret: 'SIRET',
  rna: 'RNA',
  departments: 'départements',
  street: 'voie',
  buildingNumber: 'numéro',
  postcode: 'code postal',
  town: 'commune',
  country: 'pays',
  email: 'courriel',
}

export function fields(after: Facts): string {
  return named(Object.keys(after), FIELDS)
}

export const SETTINGS: Readonly<Record<string, string>> = {
  federation: 'identité',
  address: 'adresse',
  debtorAccount: 'compte débité',
  debtorBic: 'BIC',
  coolingOffHours: 'délai des nouveaux comptes',
  approvalBands: 'paliers d’approbation',
  legalMentions: 'mentions des relevés',
  fictitious: 'données fictives',
  missingFormDays: 'jours avant qu’une fiche manque',
  reminderDays: 'jours entre deux relances',
  maskingThreshold: 'seuil de masquage',
  batchBooking: 'débit groupé',
  painVersion: 'format des virements',
  bankLedger: 'compte de la banque dans les livres',
  payeePolicy: 'vérification du bénéficiaire',
}

const PARTS: Readonly<Record<string, string>> = {
  amendments: 'avenant',
  envelopes: 'enveloppe',
  receipts: 'versement reçu',
  feeSchedules: 'barème',
  accountMapping: 'comptes comptables',
  funderAccount: 'compte du financeur',
  reallocationAuthority: 'autorisation de reversement',
}

export function parts(added: unknown): string {
  return named(Object.keys(facts(added)), PARTS)
}

export function named(keys: readonly string[], words: Readonly<Record<string, string>>): string {
  return keys.map((key) => words[key] ?? 'autre').join(', ') || 'rien de nouveau'
}
