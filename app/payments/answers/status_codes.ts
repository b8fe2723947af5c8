/** What a status makes of a transfer. `partial` is said of an order or a lot only. */
export type StatusMeaning = 'accepted' | 'executed' | 'rejected' | 'pending' | 'partial'

interface StatusCode {
  label: string
  meaning: StatusMeaning
}

/** ISO 20022 external payment statuses. */
const STATUS_CODES: ReadonlyMap<string, StatusCode> = new Map([
  ['ACCC', { label: 'reçu sur le compte du bénéficiaire', meaning: 'executed' }],
  ['ACCP', { label: 'accepté après contrôle du client', meaning: 'accepted' }],
  ['ACFC', { label: 'accepté, provision vérifiée', meaning: 'accepted' }],
  ['ACSC', { label: 'exécuté', meaning: 'executed' }],
  ['ACSP', { label: 'accepté, exécution en cours', meaning: 'accepted' }],
  ['ACTC', { label: 'accepté après contrôle technique', meaning: 'accepted' }],
  ['ACWC', { label: 'accepté avec un changement', meaning: 'accepted' }],
  ['ACWP', { label: 'accepté, pas encore crédité', meaning: 'accepted' }],
  ['CANC', { label: 'annulé', meaning: 'rejected' }],
  ['PART', { label: 'accepté en partie', meaning: 'partial' }],
  ['PATC', { label: 'en attente d’une autre signature', meaning: 'pending' }],
  ['PDNG', { label: 'en attente', meaning: 'pending' }],
  ['RCVD', { label: 'reçu par la banque', meaning: 'pending' }],
  ['RJCT', { label: 'rejeté', meaning: 'rejected' }],
])

/** What a status says; null for one that we do not know, which is kept, shown, and moves nothing. */
export function statusCode(code: string | null): StatusCode | null {
  return code === null ? null : (STATUS_CODES.get(code) ?? null)
}
