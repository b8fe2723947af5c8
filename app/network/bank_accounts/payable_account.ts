import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { formatInstant } from '#app/shared/format_instant'
import type { Reason } from '#app/shared/result'
import { rows } from '#app/shared/rows'

/** The approved account of an association; its IBAN sealed. */
export interface PayableAccount {
  id: number
  associationId: number
  holder: string
  bic: string | null
  ibanCiphertext: string
  ibanCountry: string
  ibanLast4: string
  payableFrom: Date
}

export type Payability = { account: PayableAccount } | { reasons: Reason[] }

/**
 * For each association, the account it may be paid on at that instant, or why there is none, in one query
 * however many they are.
 */
export async function payableAccounts(
  associationIds: readonly number[],
  at: Date,
  client?: QueryClientContract
): Promise<Map<number, Payability>> {
  const found = await rows<CurrentAccount>(QUERY, [associationIds], client)
  return new Map(found.map((current) => [current.associationId, payability(current, at)]))
}

interface CurrentAccount extends Omit<PayableAccount, 'id'> {
  id: number | null
  blockedReason: string | null
  pending: boolean
}

function payability(current: CurrentAccount, at: Date): Payability {
  const { id, blockedReason, pending, ...rest } = current
  if (id === null) return { reasons: [pending ? notApproved() : noAccount()] }
  const reasons: Reason[] = []
  if (blockedReason !== null) reasons.push(blocked(blockedReason))
  if (rest.payableFrom > at) reasons.push(coolingOff(rest.payableFrom))
  return reasons.length > 0 ? { reasons } : { account: { id, ...rest } }
}

function noAccount(): Reason {
  return {
    code: 'COMPTE_ABSENT',
    message: 'L’association n’a pas de coordonnées bancaires.',
    remedy: 'Demandez-lui un RIB et proposez son compte.',
  }
}

function notApproved(): Reason {
  return {
    code: 'COMPTE_NON_APPROUVE',
    message: 'Les coordonnées bancaires de l’association attendent une approbation.',
    remedy: 'Une autre personne que celle qui les a proposées les approuve, après un rappel.',
  }
}

function coolingOff(payableFrom: Date): Reason {
  return {
    code: 'COMPTE_EN_DELAI',
    message: `Les coordonnées bancaires viennent de changer\u00a0: elles ne servent qu’à partir du ${formatInstant(payableFrom)}.`,
    remedy: 'Attendez la fin de ce délai, ou réglez les autres associations.',
  }
}

function blocked(reason: string): Reason {
  return {
    code: 'COMPTE_BLOQUE',
    message: `Les coordonnées bancaires sont bloquées\u00a0: ${reason}`,
    remedy: 'Demandez un nouveau RIB et proposez-le.',
  }
}

const QUERY = `
  SELECT wanted.id AS "associationId", current.id, holder, bic, iban_ciphertext AS "ibanCiphertext",
    iban_country AS "ibanCountry", iban_last4 AS "ibanLast4", payable_from AS "payableFrom",
    blocked_reason AS "blockedReason",
    EXISTS (SELECT 1 FROM bank_accounts pending WHERE pending.association_id = wanted.id
      AND pending.approved_at IS NULL AND pending.replaced_at IS NULL) AS pending
  FROM unnest(?::bigint[]) AS wanted (id)
  LEFT JOIN bank_accounts current ON current.association_id = wanted.id
    AND current.approved_at IS NOT NULL AND current.replaced_at IS NULL`
